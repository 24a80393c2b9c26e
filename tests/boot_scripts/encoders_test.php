<?php
// Thousands of hostile values through every encoder of app.php and back through the real reader of each language:
// PHP, its readers of INI files, of JSON and of URLs, and bash. usage: php encoders_test.php [SEED]
$seed = (int)($argv[1] ?? 1);
require __DIR__ . '/hostile.php';
load_app();
$values = hostile(12000, $seed);

putenv('HOME=/expanded');
$failed = $refused = 0;
foreach (($readers = readers()) as $how => $read) foreach ($values as $value) {
  try {
    $back = $read(encode($how, $value));
  } catch (Throwable $wrong) {
    $back = $wrong->getMessage();
  }
  if ($back === $value) continue;
  if (++$failed < 20) printf("%s: %s became %s by way of %s\n", $how, json_encode($value), json_encode($back), json_encode(encode($how, $value)));
}
foreach (bash(array_map(fn($value) => encode('sh', $value), $values)) as $at => $back)
  if ($back !== $values[$at] && ++$failed < 20) printf("sh: %s became %s\n", json_encode($values[$at]), json_encode($back));
foreach ($values as $value) {  // what is allowed bare means itself everywhere
  try {
    $bare = encode('raw', $value);
  } catch (Exception) {
    $refused++;
    continue;
  }
  if ($bare !== $value || preg_match('/[^\w.:\/@+,=~ -]/', $bare)) printf("raw: %s passed\n", json_encode($value)) && $failed++;
}
if ($refused < count($values) / 2) print "raw refuses too little\n" and $failed++;
foreach (['php', 'json', 'url', 'ini', 'matomo', 'sh', 'raw'] as $how) {
  try {
    encode($how, "a\0b");
    print "$how takes a zero byte\n";
    $failed++;
  } catch (Exception) {
  }
}
try {
  encode('json', "\xff");
  print "json takes what is not UTF-8\n";
  $failed++;
} catch (JsonException) {
}
printf("%d values through %d encoders, seed %d: %d wrong\n", count($values), count($readers) + 2, $seed, $failed);
exit($failed ? 1 : 0);
