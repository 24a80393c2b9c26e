<?php
// What a config may say of PHP is what PHP takes: the lists in src/app are held against the PHP of this machine.
$failed = 0;
function wrong($text) { global $failed; $failed++; print "$text\n"; }
function lists($file) {
  preg_match_all('/(\w+) = R"\(\n(.*?)\n\)"/s', file_get_contents(__DIR__ . "/../../src/app/$file"), $found);
  return array_map(fn($text) => preg_split('/\s+/', $text), array_combine($found[1], $found[2]));
}

$zones = lists('time_zones.cpp');
count($zones['names']) > 400 || wrong('too few time zones');
foreach ($zones['names'] as $zone) in_array($zone, timezone_identifiers_list()) || wrong("PHP does not list $zone");
foreach ($zones['olderNames'] as $pair) {
  [$older, $newer] = explode('=', $pair);
  in_array($newer, $zones['names']) && !in_array($older, $zones['names']) || wrong("$pair helps nobody");
}

$ini = lists('ini.cpp');
$names = array_merge($ini['sizes'], $ini['numbers'], $ini['flags'], $ini['texts']);
count($names) === count(array_unique($names)) || wrong('a directive stands in two lists');
foreach (['Core', 'date', 'mysqli', 'mysqlnd', 'openssl', 'pcre', 'session', 'Zend OPcache', 'zlib', 'standard'] as $extension)
  foreach (array_keys((new ReflectionExtension($extension))->getINIEntries()) as $name)
    $name !== strtolower($name) || preg_match('/^(xmlrpc_|memory_hard_)/', $name) || in_array($name, $names) || wrong("$name is not listed");

// How the values of each list read in quotes, as app.php writes them.
$read = function ($name, $value, $ask = null) {
  $file = tempnam(sys_get_temp_dir(), 'ini');
  file_put_contents($file, "display_startup_errors = 1\n$name = \"$value\"\n");
  $said = shell_exec('php -n -c ' . escapeshellarg($file) . ' -r ' . escapeshellarg($ask ?? "echo ini_get('$name');") . ' 2>&1');
  unlink($file);
  return $said;
};
foreach (['512M', '1G', '16777216', '65536k', '2g'] as $size)
  foreach (['memory_limit', 'post_max_size', 'realpath_cache_size'] as $name)
    ($said = $read($name, $size)) === $size || wrong("$name = $size: $said");
$read('error_reporting', '24575', 'echo error_reporting();') === '24575' || wrong('the number that is advised is another');
foreach (['512X', '1GB', '64 MB', 'lots'] as $size)
  str_contains($read('post_max_size', $size), 'Warning') || wrong("PHP takes the size $size, which is refused");
foreach (['On', 'off', 'yes', 'No', 'true', 'FALSE', '1', '0'] as $flag) {
  $file = tempnam(sys_get_temp_dir(), 'ini');
  file_put_contents($file, "short_open_tag = \"$flag\"\n");
  $script = tempnam(sys_get_temp_dir(), 'php');
  file_put_contents($script, '<? echo 1;');
  $on = shell_exec('php -n -c ' . escapeshellarg($file) . ' ' . escapeshellarg($script)) === '1';
  unlink($file);
  unlink($script);
  $on === in_array(strtolower($flag), ['on', 'yes', 'true', '1']) || wrong("PHP reads the flag $flag otherwise");
}
$read('error_reporting', 'E_ALL', 'echo error_reporting();') === '0' || wrong('PHP reads names in quotes');
printf("%d time zones, %d directives: %d wrong\n", count($zones['names']), count($names), $failed);
exit($failed ? 1 : 0);
