<?php
// The half of the bootstrap that is about data: it reads /etc/cairn/{app.json,values/*,secrets/*} and does what they
// say. The other half, about the machine, is boot.sh. Commands are arrays of arguments, never text for a shell; text
// goes into files only through the encoder of their language. User data is small, so this text is short.
// usage: app.php logs | source | render | ping | install | boot | cron NUMBER | smoke
set_error_handler(fn($level, $text) => error_reporting() & $level ? fail($text) : false);

/// Whatever a message is made of, no secret is in it: logs go to the console and to CloudWatch.
function say($text) {
  foreach (defined('VALUES') ? VALUES : [] as $name => $value)
    if (preg_match('/^secret\.(?!\w+\.username$)|\.password$/D', $name) && is_string($value) && strlen($value) > 3)
      $text = str_replace($value, "{{{$name}}}", $text);
  fwrite(STDERR, "$text\n");
}
function fail($why) { throw new Exception($why); }
function text($path) { return is_file($path) ? file_get_contents($path) : ''; }
function value($name) { return text("/etc/cairn/values/$name"); }
function json($text) { return json_decode($text, true, 64, JSON_THROW_ON_ERROR); }
function folder($path) {
  if (!is_dir($path)) mkdir($path, 0755, true);
  return $path;
}

/// What templates may name: DATABASE_HOST is `db.host`, a secret in JSON `secret.admin.password`, another `secret.key`.
function values() {
  $known = [];
  foreach (glob('/etc/cairn/values/*') as $file)
    $known[strtr(strtolower(basename($file)), ['database_' => 'db.'])] = text($file);
  $known += ['url' => "https://$known[domain]", 'app.name' => APP['name'], 'app.root' => ROOT, 'app.shared' => SHARED,
    'db.ca' => '/etc/cairn/rds-ca.pem'];
  foreach (glob('/etc/cairn/secrets/*') as $file) {
    $name = strtolower(preg_replace(['/^DATABASE_SECRET$/', '/^MAIL_SECRET$/', '/^SECRET_/'], ['db', 'mail', 'secret.'],
      basename($file)));
    $text = json(text($file))['SecretString'];
    $parts = json_decode($text, true);
    if (!is_array($parts)) $known[$name] = $text;
    else foreach ($parts as $key => $part)
      $known["$name." . ($name[0] === 's' ? $key : strtr($key, ['name' => '']))] = $part;
  }
  return $known + APP['values'];
}

/// Text in the language of a file, so that it reads there as the value it was.
function encode($how, $text) {
  if ($how !== 'bytes' && str_contains($text = (string)$text, "\0")) fail('a zero byte');
  return match ($how) {
    'bytes' => $text,
    'raw' => preg_match('#^[\w.:/@+,=~ -]*$#D', $text) ? $text : fail('a character that needs escaping'),
    'php' => var_export($text, true),
    'json' => json_encode($text, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR),
    'url' => rawurlencode($text),
    'sh' => "'" . str_replace("'", "'\\''", $text) . "'",
    // PHP's reader of INI files joins strings that touch: so none holds a variable, or goes on behind an escape.
    'ini' => '"' . strtr($text, ['\\' => '\\\\""', '"' => '\"""', '${' => '$""{']) . '"',
    // Matomo reads by PHP's reader and then decodes HTML entities, but for that of the single quote.
    'matomo' => '"' .
      preg_replace_callback('#[\t\n\r !-&(-,;-?[-^`{-~]#', fn($m) => '&#' . ord($m[0]) . ';', $text) . '"',
  };
}
function look_up($name) { return VALUES[$name] ?? fail("there is no value $name"); }
/// `{{{{` stands for `{{`, here and in arguments.
function fill($template) {
  return preg_replace_callback('/\{{4}|\{\{\s*([\w.-]+)\s*\|\s*(\w+)\s*\}\}/', function ($m) {
    try {
      return isset($m[1]) ? encode($m[2], look_up($m[1])) : '{{';
    } catch (Throwable $wrong) {
      fail("cannot write $m[0]: {$wrong->getMessage()}");
    }
  }, $template);
}

/// Runs a command as root, or as the web user in the application's folder. It dies with this process, and is stopped
/// when the lock is lost.
function run($argv, $web = false, $held = null, &$output = null) {
  say('run: ' . implode(' ', $argv));
  $file = func_num_args() > 3 ? tmpfile() : STDERR;
  if ($web) $argv = ['--no-new-privs', '--reuid', WEB, '--regid', WEB, '--init-groups',
    ...preg_replace_callback('/\{{4}|\{\{\s*([\w.-]+)\s*\}\}/',
      fn($m) => isset($m[1]) ? look_up($m[1]) : '{{', $argv)];
  // Root takes no settings, such as curl's, from a home where others write, and the web user none that are root's.
  $environment = $web ? ENVIRONMENT + ['HOME' => '/tmp'] + array_diff_key(getenv(), ['PHP_INI_SCAN_DIR' => 0]) : null;
  $process = proc_open(['setpriv', '--pdeathsig', 'KILL', ...$argv], [['file', '/dev/null', 'r'], $file, STDERR], $_,
    $web ? ROOT : '/', $environment);
  while (($now = proc_get_status($process))['running']) {
    usleep(10000);
    if ($held && !$held()) {
      proc_terminate($process, 9);
      fail('the lock is lost');
    }
  }
  if ($file !== STDERR && rewind($file)) $output = trim(stream_get_contents($file));
  return $now['exitcode'];
}
function must($argv, ...$how) {
  if ($status = run($argv, ...$how)) fail("exit status $status of " . implode(' ', $argv));
}
function own($path) { return run(['chown', '-R', WEB . ':' . WEB, $path]); }

/// Whether root alone decides where a path leads: each folder on its way, also behind links, is root's.
function safe($path) {
  if ($path !== '/' && !safe(dirname($path))) return false;
  if (is_link($path)) return safe(($to = readlink($path))[0] === '/' ? $to : dirname($path) . "/$to");
  clearstatcache();
  return !file_exists($path) || fileowner($path) === 0 && !(fileperms($path) & 2);
}
/// A file of the application or of the system that root is to write. Where others write, a link of theirs would lead root
/// astray, so none is written there.
function place($path) {
  if ($path[0] !== '/') $path = ROOT . "/$path";
  safe(dirname($path)) || fail("$path is not written: its folder is not root's alone");
  return $path;
}

/// Writes a file at once, never readable by others in between.
function put($path, $text, $mode = 0644, $owner = 'root', $group = 'root') {
  $path = place($path);
  folder(dirname($path));
  $old = umask(077);
  file_put_contents("$path.new", $text);
  umask($old);
  chown("$path.new", $owner);
  chgrp("$path.new", $group);
  chmod("$path.new", $mode);
  rename("$path.new", $path);
}

function database() {
  mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
  $db = mysqli_init();
  $db->options(MYSQLI_OPT_CONNECT_TIMEOUT, 5);
  $db->options(MYSQLI_OPT_READ_TIMEOUT, 60);
  $db->ssl_set(null, null, VALUES['db.ca'], null, null);
  $db->real_connect(VALUES['db.host'], VALUES['db.user'], VALUES['db.password'], VALUES['db.name'],
    (int)VALUES['db.port'], null, MYSQLI_CLIENT_SSL);
  return $db;
}

/// Holds a lock that the server frees when this connection ends, and calls back with a test whether it still holds.
/// Without patience, another holder means that there is nothing to do.
function locked($name, $patience, $work) {
  $db = database();
  // The server frees the lock of a holder that is cut off as soon as it misses its questions.
  $db->query('SET wait_timeout = 60');
  $ask = fn($sql) => ($db->execute_query("SELECT $sql", ['cairn:' . APP['name'] . ":$name"]) ?:
    fail('the lock is lost'))->fetch_row()[0];
  for ($left = $patience; $ask('GET_LOCK(?, ' . min($left, 10) . ')') !== 1; $left -= 10) {
    if (!$left) return $patience ? fail("the lock $name is held for too long") : null;
    say("another instance holds the lock $name");
  }
  $last = time();
  $work(function () use ($ask, &$last) {
    if (time() < $last + 3) return true;
    $last = time();
    return $ask('IS_USED_LOCK(?) = CONNECTION_ID()') === 1;
  });
}

/// The identity of what is to run: the hash of its archive, or of all hashes.
function release() {
  $id = APP['source']['sha256'];
  foreach (APP['plugins'] as $one) $id = hash('sha256', "$id $one[sha256] " . ($one['into'] ?? ''));
  return $id;
}

function fetch($source, $to) {
  $archive = folder('/srv/app') . '/archive';
  $inside = "$archive.d";
  must(['curl', '-fsSL', '--proto', '=https', '--retry', '5', '--max-time', '600', '-o', $archive, $source['url']]);
  $hash = hash_file('sha256', $archive);
  if ($hash !== $source['sha256']) fail("wrong sha256 of $source[url]: $hash");
  must(file_get_contents($archive, false, null, 0, 2) === 'PK' ? ['python3', '-m', 'zipfile', '-e', $archive, $inside] :
    ['tar', '-x', '--no-same-owner', '-C', folder($inside), '-f', $archive]);
  for ($strip = $source['strip'] ?? 1; $strip--; [$inside] = $folders) {
    $folders = glob("$inside/*", GLOB_ONLYDIR);
    if (count($folders) !== 1) fail("not one folder to strip in $source[url]");
  }
  must(['cp', '-rT', $inside, folder($to)]);
  must(['rm', '-rf', $archive, "$archive.d"]);
}

/// Makes the release a folder of its own, once, and switches to it at once.
function do_source() {
  $home = dirname(ROOT);
  $release = "$home/" . substr(release(), 0, 16);
  if (!is_dir($release)) {
    $new = "$home/.new";
    must(['rm', '-rf', $new, '/srv/app/archive.d']);
    fetch(APP['source'], $new);
    foreach (APP['plugins'] as $one) fetch($one, "$new/" . ($one['into'] ?? ''));
    must(['chmod', '-R', 'u=rwX,go=rX', $new]);
    // What the release brings where files are shared is kept aside, to seed them.
    foreach (APP['shared'] as $one) {
      $at = "$new/$one[path]";
      $seed = "$new/.seed/$one[path]";
      folder(dirname($at));
      folder(dirname($seed));
      if (file_exists($at)) rename($at, $seed);
      symlink(SHARED . "/$one[path]", $at);
    }
    foreach (APP['local'] as $path) own(is_file("$new/$path") ? "$new/$path" : folder("$new/$path"));
    rename($new, $release);
  }
  must(['ln', '-sfn', $release, "$home/.current"]);
  rename("$home/.current", ROOT);
}

/// Fills the shared paths that are not there yet. Only the holder of the lock may. It is the web user who does it, so
/// that no link among the shared files leads further than that user may go anyway; root gives that user the folders.
/// Behind an access point everything is the web user's already, and cannot be given away.
function seed($held) {
  @mkdir(SHARED, 0755);
  $folders = [];
  $all = [['path' => '.sessions'], ...APP['shared']];
  foreach ($all as $one)
    for ($at = dirname(SHARED . "/$one[path]"); $at !== dirname(SHARED); $at = dirname($at)) $folders[] = $at;
  // those within others first: once a folder is given away, what is in it is no longer safe
  rsort($folders);
  foreach ($folders as $at) if (is_dir($at) && safe(dirname($at))) @lchown($at, WEB) && lchgrp($at, WEB);
  $do = fn(...$argv) => must($argv, true, $held);
  foreach ($all as $one) {
    $to = SHARED . "/$one[path]";
    $new = "$to.new";
    $seed = ROOT . "/.seed/$one[path]";
    if (file_exists($to)) continue;
    $do('mkdir', '-p', dirname($to));
    $do('rm', '-rf', $new);
    if (file_exists($seed)) $do('cp', '-r', $seed, $new);
    elseif (($one['type'] ?? '') === 'file') continue;
    else $do('mkdir', $new);
    $do('mv', '-T', $new, $to);
  }
}

/// The release that the database belongs to. The database itself tells, and so also a copy of it elsewhere: `id`,
/// `version`, `by`, and `to` while it is being upgraded. Null: nothing was ever installed.
function marker($told = null) {
  $db = database();
  $db->query('CREATE TABLE IF NOT EXISTS cairn_release (name VARCHAR(64) PRIMARY KEY, told TEXT)');
  if ($told) return $db->execute_query('REPLACE INTO cairn_release VALUES (?, ?)', [APP['name'], json_encode($told)]);
  $row = $db->execute_query('SELECT told FROM cairn_release WHERE name = ?', [APP['name']])->fetch_row();
  $text = $row[0] ?? null;
  // where it was once, among files of the web user's: so that user reads it, and no link
  $old = SHARED . '/.cairn.json';
  if (!$row && !is_link($old) && is_file($old))
    run(['dd', "if=$old", 'iflag=nofollow,nonblock', 'bs=4096', 'count=1', 'status=none'], true, null, $text);
  if ($text === null) return null;
  $told = json_decode($text, true);
  foreach (['id', 'version', 'to'] as $key)
    $known[$key] = is_string($told[$key] ?? 0) && preg_match('/^[a-z\d][\w.+~-]{0,63}$/Di', $told[$key]) ? $told[$key] : '';
  if (!$known['id']) say('the marker of the release is not readable: it is taken for that of another release');
  elseif (!$row) marker($known);
  return $known;
}

/// Writes the files of the preset: those that stay, or those that only an installation needs, with the first passwords.
function write_files($to_install) {
  $user = fn($one) => $one === 'web' ? WEB : 'root';
  foreach (APP['files'] as $one)
    if (!empty($one['only_to_install']) === $to_install)
      put(fill($one['path']), fill($one['content']), octdec($one['mode'] ?? '644'), $user($one['owner'] ?? ''),
        $user($one['group'] ?? ''));
}
function remove_files() {
  foreach (APP['files'] as $one)
    if (!empty($one['only_to_install'])) must(['rm', '-f', '--', place(fill($one['path']))]);
}

/// Installs or upgrades, once for all instances. Whoever installed it: what only that needs leaves the disk, with the
/// secrets that nothing else asks for.
function do_install() {
  try {
    locked('install', 1800, 'install');
  } finally {
    remove_files();
    $rest = json_encode([array_filter(APP['files'], fn($one) => empty($one['only_to_install'])),
      ['commands' => [], 'secrets' => []] + APP['install'], APP['environment'], APP['boot'], APP['cron'], APP['logs']]);
    foreach (glob('/etc/cairn/secrets/SECRET_*') as $file)
      if (!preg_match('/\{\{\s*secret\.' . strtolower(substr(basename($file), 7)) . '\b/', $rest)) unlink($file);
  }
}
function install($held) {
  $version = APP['source']['version'];
  $now = ['id' => release(), 'version' => $version, 'by' => VALUES['instance']];
  $marker = marker();
  $had = $marker ?? ['id' => '', 'version' => '', 'to' => ''];
  foreach (['to' => 'an upgrade to it is under way or was cut off', 'version' => 'it belongs to that release'] as $key => $why)
    if ($had[$key] && version_compare($version, $had[$key], '<') && empty(APP['allow_downgrade']))
      fail("release $version is older than $had[$key] and the database is ahead: $why. Deploy $had[$key] again, or set " .
        '`allow_downgrade` if the application bears it');
  seed($held);
  // An answer in words: many applications exit with 0 when the database is away.
  $check = function () use ($held, $marker) {
    if (!isset(APP['install']['check'])) return (bool)$marker;
    run(APP['install']['check']['argv'], true, $held, $output);
    return match ($output) {
      'cairn:installed' => true,
      'cairn:absent' => false,
      default => fail('the check says neither cairn:installed nor cairn:absent: ' . substr($output, 0, 300)),
    };
  };
  $there = $check();
  if ($there && $had['id'] === $now['id'] && !$had['to']) return;
  // Who finds it so knows that the database may be neither the old one nor the new one.
  if ($there) marker(['to' => $version] + $had);
  else write_files(true);
  foreach (APP['install'][$there ? 'upgrade' : 'commands'] ?? [] as $one) must($one['argv'], true, $held);
  $there || !isset(APP['install']['check']) || $check() || fail('it is not installed all the same');
  marker($now);
}

/// FPM's children and opcache take what the machine's memory bears, unless the preset knows better.
function render_php() {
  // in MiB
  $memory = intdiv((int)explode(' ', text('/proc/meminfo'), 2)[1], 1024);
  $opcache = max(64, min(512, intdiv($memory, 10)));
  $children = APP['php']['children'] ?? max(3, min(200, intdiv($memory - 300 - $opcache, 64)));
  $timeout = TIMEOUT;
  // the preset's own at the end: a line that PHP cannot read ends the file
  $ini = array_replace([
    'memory_limit' => '256M', 'max_execution_time' => $timeout, 'upload_max_filesize' => VALUES['upload_limit'],
    'post_max_size' => (int)VALUES['upload_limit'] + 1 . 'M', 'date.timezone' => VALUES['time_zone'],
    'display_errors' => 0, 'cgi.fix_pathinfo' => 0, 'openssl.cafile' => '/etc/cairn/ca.pem',
    'opcache.memory_consumption' => $opcache, 'opcache.max_accelerated_files' => 20000,
    'opcache.validate_timestamps' => 0, 'realpath_cache_ttl' => 600,
    // any instance may answer the next request of a session
    'session.save_path' => SHARED . '/.sessions', 'session.gc_probability' => 1,
    'session.cookie_secure' => 1, 'session.cookie_httponly' => 1, 'session.cookie_samesite' => 'Lax',
    'session.use_strict_mode' => 1, 'expose_php' => 0,
    // arguments in a log's stack trace may be passwords
    'zend.exception_ignore_args' => 1], APP['php']['ini'] ?? []);
  $lines = '';
  foreach ($ini as $key => $to) $lines .= "$key = " . encode('ini', fill($to)) . "\n";
  foreach (explode(' ', value('INI_DIRS')) as $one) put("$one/99-cairn.ini", $lines);
  // FPM's own way to set variables loses values that open with a dollar.
  // And no request runs a file that is not root's, wherever a link may have led it.
  put('/etc/cairn/environment.php', '<?php
if (fileowner($_SERVER["SCRIPT_FILENAME"])) {
  http_response_code(404);
  exit;
}
$_ENV = ' . var_export(ENVIRONMENT, true) . ' + $_ENV;
$_SERVER = $_ENV + $_SERVER;
array_walk($_ENV, fn($text, $name) => putenv("$name=$text"));', 0640, 'root', WEB);
  touch('/var/log/cairn-php.log');
  chown('/var/log/cairn-php.log', WEB);
  $web = WEB;
  $pool = "user = $web\ngroup = $web\nlisten.owner = $web\npm = ondemand\n";
  // A pool of its own: the balancer's question must not wait behind requests.
  $pools = value('POOL_DIR');
  put("$pools/cairn-app.conf", <<<END
[app]
{$pool}listen = /run/cairn-php.sock
pm.max_children = $children
pm.process_idle_timeout = 60
request_terminate_timeout = $timeout
php_admin_value[error_log] = /var/log/cairn-php.log
php_admin_value[auto_prepend_file] = /etc/cairn/environment.php

END);
  put("$pools/cairn-health.conf", <<<END
[health]
{$pool}listen = /run/cairn-health.sock
pm.max_children = 2

END);
}

/// TLS ends at the balancer, which sends no header that says so: port 80 answers its TLS listener and nothing else,
/// so HTTPS is on there. Port 8080 answers the plain one. Names of others, and probes by address, get no application.
function render_nginx() {
  $quoted = fn($text) => '"' . addcslashes($text, '\\"') . '"';
  $in = APP['web'] + ['docroot' => '', 'hosts' => [], 'deny' => [], 'no_store' => [], 'php' => ['\.php(/|$)'], 'fallback' => '=404',
    'frames' => ''];
  $domain = VALUES['domain'];
  $names = implode(' ', [$domain, ...$in['hosts']]);
  $root = $quoted(realpath(ROOT) . "/$in[docroot]");
  $web = WEB;
  $timeout = TIMEOUT;
  $body = (int)VALUES['upload_limit'] + 1;
  $health = 'location = ' . $quoted(value('HEALTH_PATH')) . ' {
access_log off;
fastcgi_param SCRIPT_FILENAME /usr/local/lib/cairn/health.php;
fastcgi_param REQUEST_METHOD GET;
fastcgi_pass unix:/run/cairn-health.sock;
}';
  // nginx's headers go with every answer, errors and redirects too, but where the application sends its own. They stand
  // in servers alone: a location with an `add_header` of its own would inherit none.
  $maps = $headers = '';
  foreach (['X-Content-Type-Options' => 'nosniff', 'Referrer-Policy' => 'strict-origin-when-cross-origin',
    'X-Frame-Options' => $in['frames'] === 'any' ? '' : 'SAMEORIGIN',
    'Strict-Transport-Security' => 'max-age=31536000'] as $name => $to) {
    $variable = strtr(strtolower($name), '-', '_');
    $maps .= "map \$upstream_http_$variable \$our_$variable {\n\"\" \"$to\";\n}\n";
    $headers .= "add_header $name \$our_$variable always;\n";
  }
  // The answer by plain HTTP is no place to speak of HTTPS (RFC 6797, 7.2), and foreign names are not ours.
  $plain = preg_replace('/.*Strict.*\n/', '', $headers);
  $rules = '';
  foreach (['/\.(?!well-known/)', ...$in['deny']] as $one)
    $rules .= 'location ~ ' . $quoted($one) . " { return 404; }\n";
  // Where the web user may write, files are served and never run. This goes before what runs PHP.
  $served = "try_files \$uri \$uri/ $in[fallback];";
  $parts = fn($path) => array_values(array_diff(explode('/', $path), ['', '.']));
  $above = $parts($in['docroot']);
  foreach ([...array_column(APP['shared'], 'path'), ...APP['local']] as $one) {
    $path = $parts($one);
    $within = array_splice($path, 0, count($above));
    if ($within !== array_slice($above, 0, count($within))) continue;
    $rules .= 'location ~ ' . $quoted('^' . ($path ? '/' . preg_quote(implode('/', $path)) : '') . '(/|$)') . " {
location ~* \"\\.(ph(p\\d*|t|tml|ar|ps)|inc)(/|$)\" { return 404; }
$served
}\n";
  }
  foreach ($in['php'] as $one)
    $rules .= 'location ~ ' . $quoted($one) . " { fastcgi_pass unix:/run/cairn-php.sock; }\n";
  $caches = '';
  foreach ($in['no_store'] as $one) $caches .= $quoted("~$one") . " no-store;\n";
  put('/etc/nginx/nginx.conf', <<<END
user $web;
worker_processes auto;
events {}
http {
include mime.types;
default_type application/octet-stream;
sendfile on;
server_tokens off;
server_names_hash_bucket_size 128;
gzip on;
gzip_types text/css application/javascript application/json;
client_max_body_size {$body}m;
{$maps}map \$uri \$cairn_cache {
default "";
{$caches}}
server {
listen 80 default_server;
{$plain}$health
location / { return 421; }
}
server {
listen 80;
server_name $names;
root $root;
index index.php index.html;
{$headers}include fastcgi.conf;
fastcgi_hide_header X-Powered-By;
fastcgi_param HTTPS on;
fastcgi_param REQUEST_SCHEME https;
fastcgi_param SERVER_PORT 443;
fastcgi_param HTTP_PROXY "";
fastcgi_param PATH_INFO \$fastcgi_path_info;
fastcgi_split_path_info ^(.+?\.php)(/.*)$;
fastcgi_read_timeout $timeout;
add_header Cache-Control \$cairn_cache;
$health
{$rules}location ~ \.php(/|$) { return 404; }
location / { $served }
}
server {
listen 8080 default_server;
{$plain}return 301 https://$domain\$request_uri;
}
}

END);
  // Shallow on purpose: the database's or the file system's bad minute must not cost every instance. That all of the
  // application's processes are busy must not either; but somebody must listen for it.
  put('/usr/local/lib/cairn/health.php', <<<'END'
<?php
$ready = is_file('/run/cairn/ready') && str_contains(file_get_contents('/proc/self/mounts'), ' /srv/shared ') &&
  str_contains(file_get_contents('/proc/net/unix'), ' /run/cairn-php.sock');
http_response_code($ready ? 200 : 503);
header('Cache-Control: no-store');
echo $ready ? 'ok' : 'not ready';

END);
}

function do_render() {
  render_php();
  render_nginx();
  // each in a file of its own: cron and logrotate ignore all of a file in which they cannot read one line
  foreach (APP['cron'] as $number => $one)
    put("/etc/cron.d/cairn-$number", "PHP_INI_SCAN_DIR=/etc/cairn/php\n" .
      "$one[schedule] root php /usr/local/lib/cairn/app.php cron $number >>/var/log/cairn-cron.log 2>&1\n");
  $rotated = fn($path) => "$path {\nmaxsize 20M\ncompress\nmissingok\ncopytruncate\n}\n";
  put('/etc/logrotate.d/cairn', $rotated('/var/log/cairn-*.log'));
  // The web user writes a log, but not its folder: so nothing else can be put in its place for the agent to send.
  foreach (APP['logs'] as $one) {
    $path = place(fill($one['path']));
    folder(dirname($path));
    touch($path);
    chown($path, WEB);
    put("/etc/logrotate.d/cairn-$one[name]", $rotated($path));
  }
  remove_files();
  write_files(false);
}

/// What the log agent sends: the same of every instance, and what the preset adds.
function do_logs() {
  $list = [];
  foreach (['boot' => '/var/log/cairn-boot.log', 'cron' => '/var/log/cairn-cron.log', 'php' => '/var/log/cairn-php.log',
    'error' => '/var/log/nginx/error.log', 'access' => '/var/log/nginx/access.log'] +
    array_column(APP['logs'], 'path', 'name') as $name => $path)
    $list[] = ['file_path' => fill($path), 'log_group_name' => value('LOG_GROUP'),
      'log_stream_name' => "{instance_id}/$name"];
  put('/etc/cairn/agent.json', json_encode(['logs' => ['logs_collected' => ['files' => ['collect_list' => $list]]]]));
}

/// One deep request, answered by the application and its database.
function do_smoke() {
  $want = APP['smoke'] + ['path' => '/', 'status' => 200, 'contains' => ''];
  run(['curl', '-sS', '-m', '60', '-H', 'Host: ' . VALUES['domain'], '-w', ' %{http_code}',
    "http://127.0.0.1$want[path]"], false, null, $output);
  if (!str_ends_with($output, " $want[status]") || !str_contains($output, $want['contains']))
    fail("smoke test of $want[path]: " . substr(strip_tags($output), -300));
}

function do_ping() {
  try {
    database();
  } catch (mysqli_sql_exception $wrong) {
    say($wrong->getMessage());
    // 77 is a refusal, which waiting does not mend
    exit($wrong->getCode() === 1045 ? 77 : 1);
  }
}

/// Instances start a job of the minute seconds apart, so whoever runs it for all holds the lock past those.
function do_cron($number) {
  $one = APP['cron'][$number];
  $work = function ($held = null) use ($one) {
    $until = time() + 20;
    must($one['argv'], true, $held);
    if ($held) sleep(max(0, $until - time()));
  };
  if (is_file('/run/cairn/ready')) ($one['scope'] ?? '') === 'each' ? $work() : locked("cron-$number", 0, $work);
}

function do_boot() {
  foreach (APP['boot'] as $one)
    if (empty($one['may_fail'])) must($one['argv'], true);
    elseif ($status = run($one['argv'], true)) say("went on after exit status $status of " . implode(' ', $one['argv']));
}

try {
  define('APP', json(text('/etc/cairn/app.json')) + array_fill_keys(explode(' ',
    'boot cron environment files install local logs php plugins shared smoke values web'), []));
  define('ROOT', '/srv/app/' . APP['name'] . '/current');
  define('SHARED', '/srv/shared/' . APP['name']);
  define('VALUES', values());
  define('WEB', value('WEB_USER'));
  define('TIMEOUT', APP['php']['timeout'] ?? 120);
  define('ENVIRONMENT', array_map('fill', APP['environment']));
  "do_$argv[1]"(...array_slice($argv, 2));
} catch (Throwable $wrong) {
  say("error: {$wrong->getMessage()} (line {$wrong->getLine()})");
  exit(1);
}
