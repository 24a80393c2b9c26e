# shellcheck shell=bash disable=SC2154
# Makes an instance the private tier's way out: it forwards packets under its own address ("NAT instances").
# Comes behind values.sh.
value() { cat "$values/$1"; }
signal() { # true or false
  /opt/aws/bin/cfn-signal --success "$1" --stack "$(value STACK_NAME)" --resource "$(value RESOURCE)" \
    --region "$(value REGION)"
}
trap 'signal false' ERR

# With the 512 MB of a nano instance, installing packages needs swap.
dd if=/dev/zero of=/swapfile bs=1M count=512 status=none
chmod 600 /swapfile
mkswap -q /swapfile
swapon /swapfile

for try in 1 2 3 4 5; do
  dnf -q -y install nftables aws-cfn-bootstrap && break
  [ "$try" -lt 5 ]
  sleep $((try * 5))
done

cat >/etc/sysctl.d/90-cairn-nat.conf <<'END'
net.ipv4.ip_forward = 1
net.ipv4.conf.all.send_redirects = 0
net.ipv4.conf.default.send_redirects = 0
END
sysctl -q --system

interface=$(ip -o -4 route show default | sed -n '1s/.* dev \([^ ]*\).*/\1/p')
cat >/etc/sysconfig/nftables.conf <<END
flush ruleset
table ip cairn {
  chain forward {
    type filter hook forward priority filter; policy accept;
    ct state invalid drop
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    oifname "$interface" masquerade
  }
}
END
systemctl enable -q --now nftables
systemctl restart nftables
signal true
