// A file link that is refused leads the browser away from the page: what it then shows is the same sentence, in the form of the page, and a way back.
// Programs get the JSON they always got.
import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Problem } from './problem.ts'

/** Turns what is refused under /api into a small page where a browser goes there by a link; the status stays. */
export function refuseOnPage(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const isRefused = reply.statusCode >= 400 && request.url.startsWith('/api/') && isNavigation(request.method, request.headers)
    const problem = isRefused ? problemIn(payload) : undefined
    if (problem === undefined) return done(null, payload)
    const nonce = randomBytes(16).toString('base64')
    reply.header('content-security-policy', policyOf(nonce)).header('content-type', 'text/html; charset=utf-8').removeHeader('content-length')
    done(null, pageOf(problem, { nonce, requestId: request.id }))
  })
}

/**
 * Every browser that follows a link asks for XHTML beside HTML, which no program does by itself. Over plain HTTP it does not say that it navigates;
 * what says it does something else is a script.
 */
export function isNavigation(method: string, { accept = '', 'sec-fetch-mode': mode }: IncomingHttpHeaders): boolean {
  const isForEyes = accept.startsWith('text/html') && accept.includes('application/xhtml+xml')
  return method === 'GET' && isForEyes && (mode === undefined || mode === 'navigate')
}

/** What is to be sent, if it is one of our refusals. */
function problemIn(payload: unknown): Problem | undefined {
  if (typeof payload !== 'string') return undefined
  try {
    const { code, status, message, data } = JSON.parse(payload) as Partial<Problem>
    return typeof code === 'string' && typeof message === 'string' ? { code, status: status ?? 0, message, data } : undefined
  } catch {
    return undefined
  }
}

/** As strict as that of the page, and less is allowed: one style and one script of our own, nothing from anywhere. */
const policyOf = (nonce: string): string => [
  "default-src 'none'", `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, "img-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  "form-action 'none'",
].join('; ')

const style = `
html { font-size: 15px; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #f5f6f8; color: #1c2128; line-height: 1.6; overflow-wrap: anywhere;
  font-family: -apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", sans-serif; }
header { display: flex; align-items: center; min-height: 3.9rem; padding: 0 1.6rem; background: #fff; border-top: 3px solid #c8102e;
  border-bottom: 1px solid #e6e9ee; font-size: 1.55rem; font-weight: 700; letter-spacing: .12em;
  font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", STSong, SimSun, serif; }
header img { width: 2.2rem; height: 2.2rem; margin-right: .65rem; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { margin: 0 0 .6rem; font-size: 1.6rem; line-height: 1.3; }
p, ul { margin: 0 0 .8rem; }
code { font-family: ui-monospace, Consolas, monospace; }
nav { display: flex; flex-wrap: wrap; gap: .7rem; margin-top: 1.4rem; }
nav > :not([hidden]) { display: inline-flex; align-items: center; }
nav > * { box-sizing: border-box; min-height: 44px; padding: .5rem 1.2rem; border: 1px solid #d5d9e0; border-radius: 6px; background: #fff; color: #0b57d0;
  font: inherit; text-decoration: none; cursor: pointer; }
nav > button { border-color: #0b57d0; background: #0b57d0; color: #fff; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
[hidden], html[lang=en] [lang^=zh]:not(.said), html:not([lang=en]) [lang=en] { display: none; }
`

/** Shown as the reader chose for the page; a new window has nowhere to go back to and is closed. */
const script = `
try {
  const { language, textSize } = JSON.parse(localStorage.getItem('xinhuo.preferences') ?? '{}')
  if (language === 'en') document.documentElement.lang = 'en'
  document.documentElement.style.fontSize = { large: '18px', larger: '24px', largest: '30px' }[textSize] ?? '15px'
} catch {}
const way = document.getElementById(history.length > 1 ? 'back' : 'close')
way.hidden = false
way.addEventListener('click', () => history.length > 1 ? history.back() : close())
`

function pageOf({ code, status, message, data }: Problem, { nonce, requestId }: { nonce: string; requestId: string }): string {
  const number = status >= 500 ? `<p>${both('请求编号：', 'Number of the request: ')}<code>${escaped(requestId)}</code></p>` : ''
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>文件没有打开 · 薪火</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><img src="/favicon.svg" alt="">薪火</header>
<main>
<h1>${both('文件没有打开', 'The file was not opened')}</h1>
<p class="said" lang="zh-CN">${escaped(message)}</p>
${issuesOf(data)}${adviceOf(code)}${number}<nav>
<button id="back" type="button" hidden>${both('返回上一页', 'Back to the page before')}</button>
<button id="close" type="button" hidden>${both('关闭这一页', 'Close this page')}</button>
<a href="/">${both('回到首页', 'Go to the home page')}</a>
</nav>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`
}

const both = (chinese: string, english: string): string => `<span lang="zh-CN">${chinese}</span><span lang="en">${english}</span>`

/** What can be done where nobody may learn whether there is something. */
const adviceOf = (code: string): string => (code === 'NOT_FOUND' ? `<p>${both(
  '请返回上一页，刷新后再打开；您另有单位或职务的，请先在页面上方切换。',
  'Go back, load the page anew and open it again; if you have another unit or post, switch to it at the top first.')}</p>\n` : '')

/** What is wrong with the address, where that is what was refused. */
function issuesOf(data: unknown): string {
  const { issues } = (data ?? {}) as { issues?: unknown }
  const said = Array.isArray(issues) ? issues.flatMap(({ message }: { message?: unknown }) => (typeof message === 'string' ? [message] : [])) : []
  return said.length === 0 ? '' : `<ul class="said" lang="zh-CN">${said.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>\n`
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
