<?php
// usage: database_test.php HOW-MANY, with what the server is in the environment; by database_test.py
// How values reach MySQL, each way with hostile ones and back: a secret as Secrets Manager answers it, by app.php into the
// files of the presets, read as each application reads them, to a connection; and values by way of every encoder into a
// column. Accounts and databases are made of hexadecimal numbers, so that no quoting of this test's own stands between.
[$all, $many] = [json_decode(getenv('PRESETS'), true), (int)$argv[1]];
[$port, $ca, $socket, $folder] = array_map('getenv', ['PORT', 'CA', 'SOCKET', 'FOLDER']);
require __DIR__ . '/hostile.php';
load_app(json_decode(getenv('BREAK') ?: '[]', true) + [
  "defined('VALUES') ? VALUES : []" => "\$GLOBALS['known'] ?? []", 'VALUES[' => "\$GLOBALS['known'][", "'/etc/cairn/" => "'$folder/"]);
define('APP', ['name' => str_repeat('n', 32), 'values' => array_fill_keys(['time_zone', 'mail.host', 'mail.port', 'mail.from', 'mail.encryption',
  'mail.auth', 'mail.user', 'mail.password', 'setting.site_name', 'setting.language', 'secret.key'], '')]);
const ROOT = '/srv/app/n/current', SHARED = '/srv/shared/n', WEB = 'www-data', WP_HOME = '', CACHE_DB = 0, CACHE_ACCEL = 0;
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$admin = new mysqli('localhost', 'root', '', 'mysql', 0, $socket);
$admin->set_charset('utf8mb4');
$modes = ['', 'NO_BACKSLASH_ESCAPES', 'ANSI_QUOTES', 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES', 'STRICT_TRANS_TABLES'];
$wrong = [];
$checks = 0;

function hexadecimal($text) { return $text === '' ? "''" : 'CONVERT(0x' . bin2hex($text) . ' USING utf8mb4)'; }
function same($what, $is, $should) {
  global $wrong, $checks;
  $checks++;
  if ($is !== $should) $wrong[] = "$what: " . var_export($should, true) . ' became ' . var_export($is, true);
}
/// Any failure of the work is the value's.
function attempt($what, $value, $work) {
  try {
    $work();
  } catch (Throwable $problem) {
    same($what, get_class($problem) . ': ' . $problem->getMessage(), $value);
  }
}
function known_as($link) { return $link->query('SELECT HEX(USER()), HEX(DATABASE())')->fetch_row(); }
/// Letters as the generators of AWS take them: RDS leaves out some of what is printable, Secrets Manager nothing.
function generated($length, $without) {
  $letters = array_values(array_diff(array_map('chr', range(33, 126)), str_split($without)));
  return implode('', array_map(fn() => $letters[mt_rand(0, count($letters) - 1)], range(1, $length)));
}
function start($text, $length) { return preg_replace("/^(.{0,$length}).*/su", '$1', $text); }
function html($text) { return html_entity_decode($text, ENT_COMPAT, 'UTF-8'); }
function wfLoadSkin() {}
function note($name, $value) { $GLOBALS['noted'][$name] = $value; }
function text_of($preset, $path) {
  foreach ($GLOBALS['all'][$preset]['files'] as $one) if ($one['path'] === $path) return $one['content'];
  exit("the preset $preset has no $path\n");
}

// --- What reads a preset's files as its application does, and connects as it does: (host, port, user, password, database).
$tls = [PDO::MYSQL_ATTR_SSL_CA => $ca, PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION];
$by_pdo = fn($host, $port, $user, $password, $name) => (new PDO("mysql:host=$host;port=$port;dbname=" . strtr($name, [';' => ';;']), $user, $password, $tls))
  ->query('SELECT HEX(USER()), HEX(DATABASE())')->fetch(PDO::FETCH_NUM);
$by_mysqli = function ($host, $port, $user, $password, $name) use ($ca) {
  $link = mysqli_init();
  $link->ssl_set(null, null, $ca, null, null);
  $link->real_connect($host, $user, $password, $name, (int)$port, null, MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT);
  return known_as($link);
};
$wordpress = strstr(preg_replace('/\bdefine\(/', 'note(', text_of('wordpress', 'wp-config.php')), '$table_prefix', true);
$settings = text_of('mediawiki', '/etc/cairn/app/LocalSettings.php');
$check = text_of('mediawiki', '/etc/cairn/app/check.php');
$matomo = text_of('matomo', 'config/common.config.ini.php');
$environment = $all['php']['environment'];
$ways = [
  'wordpress' => [$by_mysqli, function () use ($wordpress) {
    eval('?>' . fill($wordpress));
    $said = $GLOBALS['noted'];
    return [...explode(':', $said['DB_HOST']), $said['DB_USER'], $said['DB_PASSWORD'], $said['DB_NAME']];
  }],
  'mediawiki' => [$by_mysqli, function () use ($settings) {
    eval('?>' . fill($settings));
    return [...explode(':', $wgDBserver), $wgDBuser, $wgDBpassword, $wgDBname];
  }],
  'matomo' => [$by_pdo, function () use ($matomo) {
    $said = parse_ini_string(fill($matomo), true)['database'];
    return array_map('html', [$said['host'], $said['port'], $said['username'], $said['password'], $said['dbname']]);
  }],
  'a URL in the environment' => [$by_pdo, function () use ($environment) {
    $said = parse_url(fill($environment['DATABASE_URL']));
    return [$said['host'], (string)$said['port'], rawurldecode($said['user']), rawurldecode($said['pass'] ?? ''), rawurldecode(substr($said['path'], 1))];
  }],
  'the environment' => [$by_mysqli, fn() => array_map(fn($name) => fill($environment["DB_$name"]), ['HOST', 'PORT', 'USER', 'PASSWORD', 'NAME'])],
];

/// What app.php itself knows of a value, and each application behind its file, and the server that they then ask.
function connects($user, $password, $database) {
  global $ways, $check, $folder, $connections;
  file_put_contents("$folder/values/DATABASE_NAME", $database);
  file_put_contents("$folder/secrets/DATABASE_SECRET",
    json_encode(['ARN' => 'arn:x', 'SecretString' => json_encode(['username' => $user, 'password' => $password], JSON_THROW_ON_ERROR)]));
  $GLOBALS['known'] = values();
  $given = ['127.0.0.1', getenv('PORT'), $user, $password, $database];
  $should = [strtoupper(bin2hex("$user@127.0.0.1")), strtoupper(bin2hex($database))];
  attempt('app.php', $given, fn() => same('app.php', known_as(database()), $should));
  attempt('check.php', $given, function () use ($check) {
    ob_start();
    try {
      eval('?>' . fill($check));
    } finally {
      $said = ob_get_clean();
    }
    same('check.php', $said, "cairn:installed\n");
  });
  foreach ($ways as $how => [$connect, $read]) attempt($how, $given, function () use ($how, $connect, $read, $given, $should) {
    $found = $read();
    same($how, $found, $given);
    same($how, $connect(...$found), $should);
  });
  $connections += 2 + count($ways);
}

// --- Accounts. MySQL knows no name of a user or database with letters beyond U+FFFF, and none that ends in blanks.
$values = hostile(12000, 1);
$picked = [];
while (count($picked) < $many) $picked[] = match (count($picked) % 4) {
  0 => generated(28, '/\'"@'),
  1 => generated(32, ''),
  2 => $values[intdiv(count($picked), 4)],
  3 => $values[mt_rand(0, count($values) - 1)],
};
$name = fn($text, $length) => rtrim(start(preg_replace('/[\x{10000}-\x{10ffff}]/u', '', $text), $length));
$accounts = $rows = [];
foreach ($picked as $number => $password) {
  $user = $number % 3 ? "admin$number" : $name($number . $picked[$number * 7 % $many], 32);
  $accounts[] = [$user, $password];
  $hash = $password === '' ? '' : '*' . strtoupper(sha1(sha1($password, true)));
  $rows[] = "('%', " . hexadecimal($user) . ', \'{"access": 18446744073709551615, "ssl_type": 1, "plugin": "mysql_native_password", "authentication_string": "'
    . $hash . '"}\')';
}
$admin->query('REPLACE INTO global_priv VALUES ' . implode(',', $rows));
$admin->query('FLUSH PRIVILEGES');
$databases = ['app'];
for ($number = 2; $number < $many && $number < 80; $number += 8) $databases[] = $name("d$picked[$number]", 60);
foreach ($databases as $one) {
  $quoted = '`' . strtr($one, ['`' => '``']) . '`';
  $admin->query("CREATE OR REPLACE DATABASE $quoted");
  foreach (['updatelog', 'user'] as $table) $admin->query("CREATE TABLE $quoted.$table SELECT 1");
}
foreach ($accounts as $number => [$user, $password]) {
  $part = intdiv($number * count($modes), $many);
  if ($number === 0 || $part !== intdiv(($number - 1) * count($modes), $many)) {
    $admin->query("SET GLOBAL sql_mode = '$modes[$part]'");
    // The last part is greeted in a charset where a letter may end in a backslash.
    $admin->query('SET GLOBAL character_set_server = ' . ($part + 1 < count($modes) ? 'utf8mb4' : 'gbk'));
  }
  if ($part + 1 === count($modes) && preg_match('/[^ -~]/', $user . $databases[$number % count($databases)])) continue;
  connects($user, $password, $databases[$number % count($databases)]);
}
// A secret is UTF-8; what is none, and a zero byte, could only come from elsewhere, and is no other value either.
foreach (["\xbf'", "\xbf\\", "\xff", "\xc0\xa7", "a\0b", "\xed\xa0\x80"] as $number => $password) {
  $admin->query("CREATE OR REPLACE USER raw IDENTIFIED BY PASSWORD '*" . strtoupper(sha1(sha1($password, true))) . "' REQUIRE SSL");
  $GLOBALS['known'] = ['db.user' => 'raw', 'db.password' => $password, 'db.name' => 'information_schema'] + $GLOBALS['known'];
  attempt('app.php', $password, fn() => same('app.php', known_as(database())[0], strtoupper(bin2hex('raw@127.0.0.1'))));
}

// --- Values, by way of a file in each language, as parameters into a column; in each mode.
$admin->query('SET GLOBAL character_set_server = utf8mb4');
$GLOBALS['known'] = ['db.user' => 'root', 'db.password' => '', 'db.name' => 'app'] + $GLOBALS['known'];
$admin->query("CREATE OR REPLACE USER root@'%' REQUIRE SSL");
$admin->query("GRANT ALL ON *.* TO root@'%'");
$db = database();
$db->query('CREATE OR REPLACE TABLE kept (at INT, value LONGTEXT) CHARACTER SET utf8mb4');
foreach (readers() + ['sh' => fn($text) => $text] as $how => $read) {
  $db->query("SET sql_mode = '" . $modes[$checks % count($modes)] . "'");
  $db->begin_transaction();
  $sent = [];
  foreach ($values as $at => $value) if ($at % 4 === 0 || $at < 100) $sent[$at] = encode($how, $value);
  $sent = array_slice($sent, 0, $many * 6, true);
  $insert = $db->prepare('INSERT INTO kept VALUES (?, ?)');
  if ($how === 'sh') $sent = array_combine(array_keys($sent), array_slice(array_pad(bash($sent), count($sent), ''), 0, count($sent)));
  foreach ($sent as $at => $text) attempt($how, $values[$at], fn() => $insert->execute([$at, $read($text)]));
  $kept = array_column($db->query('SELECT at, HEX(value) FROM kept')->fetch_all(), 1, 0);
  foreach ($sent as $at => $_) same($how, hex2bin($kept[$at] ?? ''), $values[$at]);
  $db->rollback();
}

// --- Locks, the one statement of app.php with a value in it. A lock's name has at most 64 letters.
foreach (array_slice($values, 0, intdiv($many, 4)) as $number => $value) {
  $lock = start($value, 25);
  if ($number % 50 === 0) $admin->query("SET GLOBAL sql_mode = '" . $modes[intdiv($number, 50) % count($modes)] . "'");
  attempt('lock', $lock, function () use ($admin, $lock) {
    $held = false;
    locked($lock, 0, function () use ($admin, $lock, &$held) {
      $held = $admin->query('SELECT IS_USED_LOCK(' . hexadecimal('cairn:' . APP['name'] . ":$lock") . ')')->fetch_row()[0] > 0;
    });
    same('lock', $held, true);
  });
}
printf("%d connections, %d checks: %d wrong\n%s", $connections, $checks, count($wrong), implode('', array_map(fn($one) => "$one\n", array_slice($wrong, 0, 10))));
exit($wrong ? 1 : 0);
