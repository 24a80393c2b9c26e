<?php
// Thousands of hostile values through every encoder of app.php and back through the real reader of each language:
// PHP, its readers of INI files, of JSON and of URLs, and bash. usage: php encoders_test.php [SEED]
$seed = (int)($argv[1] ?? 1);
mt_srand($seed);
[$functions] = explode("\ntry {", file_get_contents(__DIR__ . '/../../templates/boot/app.php'), 2);
eval(substr($functions, strlen('<?php')));

$nasty = ['', ' ', '  x  ', "'", "''", '"', '\\', '\\\\', "\\'", '\\"', '\\n', '$', '${', '${HOME}', '\\${HOME}', '$HOME', '$$', '"${HOME}"', '{$x}', '{{db.password|bytes}}', '}}', '`id`',
  '$(id)', '; id', '&& id', '|', '!', '!!', '%', '%s', '\\%', '#', ';', '=', 'null', 'none', 'yes', 'no', 'on', 'off', 'true', 'false', '0', '007', '-1', '1e3', '~', '^', '(', ')', '&', '&amp;', '&#39;', '&#34;',
  '&lt;', '&eacute;', '&#', '&;', "\n", "\r\n", "a\nEND\nb", "PROGRAMS_\n", "\t", "\x01\x02\x1f\x7f", '<?php exit; ?>', '?>', '<script>', 'é', '漢字', '😀', "\u{2028}", "\u{feff}x", "\u{85}", '--', '-n', '*', '?', '[a]', '~root',
  '$pool', '%{pool}', '\\\\\\', str_repeat("\\'\"", 20), str_repeat('${', 20), 'a:b', 'a@b/c?d=e&f', "it's \"so\" \\ \$x", '<!--', ']]>', "\\0", "\\x41", "\\u0041", "'; DROP TABLE x; --"];
$alphabet = [...preg_split('//u', '\'"\\$`{}()[]<>&;:#!|*?~^%=@,./+- aZ0_é漢😀', -1, PREG_SPLIT_NO_EMPTY), "\n", "\r", "\t", "\x01", "\x7f", '${', '$(', '{{', '}}', '&#39;', '\\n', '?>'];
$values = $nasty;
foreach ($nasty as $one) foreach ($nasty as $two) $values[] = $one . $two;
while (count($values) < 12000) {
  $value = '';
  for ($length = mt_rand(1, 24); $length--;) $value .= $alphabet[mt_rand(0, count($alphabet) - 1)];
  $values[] = $value;
}

/// Asks bash for what it reads, all at once.
function bash($encoded) {
  $script = tempnam(sys_get_temp_dir(), 'cairn');
  file_put_contents($script, implode('', array_map(fn($one) => "printf '%s\\0' $one\n", $encoded)));
  $said = shell_exec('bash ' . escapeshellarg($script));
  unlink($script);
  return array_slice(explode("\0", $said), 0, -1);
}

$ini = fn($text) => parse_ini_string("before = 1\nvalue = $text\nafter = 2\n");
$intact = fn($read) => is_array($read) && count($read) === 3 && $read['after'] === '2' ? $read['value'] : null;
$readers = [
  'bytes' => fn($text) => $text,
  'php' => fn($text) => eval("return $text;"),
  'json' => fn($text) => json_decode($text, true, 4, JSON_THROW_ON_ERROR),
  'url' => fn($text) => preg_match('/^[\w.~%-]*$/D', $text) ? rawurldecode($text) : null,
  'ini' => fn($text) => $intact($ini($text)),
  'matomo' => fn($text) => html_entity_decode(trim($intact($ini($text)), '"'), ENT_COMPAT, 'UTF-8'),  // as its IniReader does
];
putenv('HOME=/expanded');
$failed = $refused = 0;
foreach ($readers as $how => $read) foreach ($values as $value) {
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
