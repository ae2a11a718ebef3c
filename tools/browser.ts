import { existsSync } from 'node:fs'
import { run } from './run.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the browser for the journeys is: XINHUO_CHROMIUM, or where Debian puts it. */
export function findBrowser(): string | undefined {
  const named = process.env['XINHUO_CHROMIUM']
  return [...(named ? [named] : []), ...PLACES].find(place => existsSync(place))
}

/** The same engine without a window: it draws no frame of its own, which nobody sees in a test, and so costs a fifth less. */
const LIGHT = '/usr/bin/chromium-headless-shell'

/** For journeys: the browser without a window where there is one, else the usual one. */
export function findLightBrowser(): string | undefined {
  return existsSync(LIGHT) ? LIGHT : findBrowser()
}

/** Finds the browser, or installs Debian's when this user may; undefined when neither works. */
export async function prepareBrowser(): Promise<string | undefined> {
  const found = findBrowser()
  if (found && existsSync(LIGHT)) return found
  const asRoot = await wayToRoot()
  if (!asRoot) return found
  console.log('正在安装 chromium（Debian 软件包），约需一分钟…… Installing Debian\'s chromium for the page tests…')
  await apt(asRoot, ['update', '-qq'])
  if (!found) await apt(asRoot, ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
  await apt(asRoot, ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'])
  return findBrowser()
}

/** What to tell someone whose machine has no browser and may not install one. */
export const NO_BROWSER = [
  '页面测试需要 chromium 浏览器。请用管理员身份执行：apt-get install -y chromium fonts-noto-cjk',
  '或把已有浏览器的路径写入环境变量 XINHUO_CHROMIUM，再运行一次。',
  'The page tests need chromium. As an administrator run: apt-get install -y chromium fonts-noto-cjk',
  'or put the path of a browser into XINHUO_CHROMIUM, then run again.',
].join('\n')

async function wayToRoot(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return []
  const { code } = await run('sudo', ['-n', 'true'])
  return code === 0 ? ['sudo', '-n'] : undefined
}

async function apt(asRoot: string[], args: string[]) {
  const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1', ...args]
  await run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
}
