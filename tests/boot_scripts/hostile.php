<?php
// What a value may hold that some language or other takes for more than text. Used by the tests beside this one.

/// Loads the functions of app.php, each `search` in its text replaced, which makes it fit for a test or breaks it.
function load_app($replace = []) {
  [$functions] = explode("\ntry {", file_get_contents(__DIR__ . '/../../templates/boot/app.php'), 2);
  foreach ($replace as $search => $by) {
    if (!str_contains($functions, $search)) exit("app.php has no $search\n");
    $functions = str_replace($search, $by, $functions);
  }
  eval(substr($functions, strlen('<?php')));
}

/// So many values in UTF-8, without zero bytes, the same for the same seed: the short nasty ones, all pairs of them, and random ones.
function hostile($count, $seed) {
  mt_srand($seed);
  $nasty = ['', ' ', '  x  ', "'", "''", '"', '\\', '\\\\', "\\'", '\\"', '\\n', '$', '${', '${HOME}', '\\${HOME}', '$HOME', '$$', '"${HOME}"', '{$x}', '{{db.password|bytes}}', '}}', '`id`',
    '$(id)', '; id', '&& id', '|', '!', '!!', '%', '%s', '\\%', '#', ';', '=', 'null', 'none', 'yes', 'no', 'on', 'off', 'true', 'false', '0', '007', '-1', '1e3', '~', '^', '(', ')', '&', '&amp;', '&#39;', '&#34;',
    '&lt;', '&eacute;', '&#', '&;', "\n", "\r\n", "a\nEND\nb", "PROGRAMS_\n", "\t", "\x01\x02\x1f\x7f", '<?php exit; ?>', '?>', '<script>', 'é', '漢字', '😀', "\u{2028}", "\u{feff}x", "\u{85}", '--', '-n', '*', '?', '[a]', '~root',
    '$pool', '%{pool}', '\\\\\\', str_repeat("\\'\"", 20), str_repeat('${', 20), 'a:b', 'a@b/c?d=e&f', "it's \"so\" \\ \$x", '<!--', ']]>', "\\0", "\\x41", "\\u0041", "'; DROP TABLE x; --",
    '-- ', '/*', '*/', "\x1a", "\\'; --", "¿'", '¿\\', "¿\\'", '縗\'', "\u{27}\u{301}", '%df%27', str_repeat('x', 5000)];
  $alphabet = [...preg_split('//u', '\'"\\$`{}()[]<>&;:#!|*?~^%=@,./+- aZ0_é漢😀', -1, PREG_SPLIT_NO_EMPTY), "\n", "\r", "\t", "\x01", "\x7f", '${', '$(', '{{', '}}', '&#39;', '\\n', '?>'];
  $values = $nasty;
  foreach ($nasty as $one) foreach ($nasty as $two) $values[] = $one . $two;
  while (count($values) < $count) {
    $value = '';
    for ($length = mt_rand(1, 24); $length--;) $value .= $alphabet[mt_rand(0, count($alphabet) - 1)];
    $values[] = $value;
  }
  return $values;
}

/// Asks bash for what it reads, all at once.
function bash($encoded) {
  $script = tempnam(sys_get_temp_dir(), 'cairn');
  file_put_contents($script, implode('', array_map(fn($one) => "printf '%s\\0' $one\n", $encoded)));
  $said = shell_exec('bash ' . escapeshellarg($script));
  unlink($script);
  return array_slice(explode("\0", $said), 0, -1);
}

/// The reader of each language but that of the shell.
function readers() {
  $ini = fn($text) => parse_ini_string("before = 1\nvalue = $text\nafter = 2\n");
  $intact = fn($read) => is_array($read) && count($read) === 3 && $read['after'] === '2' ? $read['value'] : null;
  return [
    'bytes' => fn($text) => $text,
    'php' => fn($text) => eval("return $text;"),
    'json' => fn($text) => json_decode($text, true, 4, JSON_THROW_ON_ERROR),
    'url' => fn($text) => preg_match('/^[\w.~%-]*$/D', $text) ? rawurldecode($text) : null,
    'ini' => fn($text) => $intact($ini($text)),
    'matomo' => fn($text) => html_entity_decode(trim($intact($ini($text)), '"'), ENT_COMPAT, 'UTF-8'),  // as its IniReader does
  ];
}
