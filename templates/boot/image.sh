# shellcheck shell=bash
# Ends what `cairn image-script` prints, where user data would start the boot: installs, and then leaves nothing of this
# machine to those that start from its image. What is theirs alone they make themselves: cloud-init the host keys and the
# logins, systemd the machine's id ("Guidelines for shared Linux AMIs", "Security best practices for Image Builder").
unpack
./boot image
cd /
if command -v apt-get >/dev/null; then
  apt-get clean
  rm -rf /var/lib/apt/lists/*
else
  dnf -q clean all
fi
rm -rf /etc/cairn/values /etc/cairn/app.json /usr/local/lib/cairn /run/cairn /var/lib/cairn
rm -rf /etc/ssh/ssh_host_*_key* /root/.ssh/authorized_keys /home/*/.ssh/authorized_keys /root/.*_history /home/*/.*_history \
  /etc/hostname /var/lib/dhcp/* /var/lib/amazon/ssm/i-* /var/log/journal/*
: >/etc/machine-id
cloud-init clean --logs
find /var/log -type f -exec truncate -s 0 {} +
