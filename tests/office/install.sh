#!/bin/sh
# Installs what the office tests need: LibreOffice and Poppler to draw our files, free Chinese fonts in place of the standard's,
# hledger and ledger to check our books.
set -eu

packages='libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk fonts-arphic-ukai fonts-hanazono hledger ledger'

is_complete() {
  command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || return 1
  command -v hledger >/dev/null && command -v ledger >/dev/null || return 1
  # Debian knows its packages; elsewhere the programs and the two main fonts must do.
  if command -v dpkg-query >/dev/null; then
    for package in $packages; do
      dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || return 1
    done
  else
    fc-list | grep -q 'Noto Serif CJK SC' && fc-list | grep -q 'AR PL UKai CN'
  fi
}

explain() {
  echo "LibreOffice、Poppler、中文字体或 hledger、ledger 没有装全，版式和账簿测试不能进行。请管理员执行：" >&2
  echo "  apt-get update && apt-get install -y --no-install-recommends $packages" >&2
  exit 1
}

if is_complete; then exit 0; fi
command -v apt-get >/dev/null || explain
if [ "$(id -u)" = 0 ]; then as_root=''
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root='sudo'
else explain
fi

wait_for_lock='-o DPkg::Lock::Timeout=300'
# shellcheck disable=SC2086
$as_root apt-get $wait_for_lock update -q || explain
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get $wait_for_lock install -y -q --no-install-recommends $packages || explain
is_complete || explain
