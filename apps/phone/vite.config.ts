import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const limitBytes = 120_000
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** What lies beside the page under its own name. */
const beside = ['manifest.webmanifest', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png']

export default defineConfig({
  root: here('.'),
  base: '/m/',
  plugins: [react(), tellWorker(), limitSize()],
  build: {
    outDir: here('../../dist/web/m'), emptyOutDir: true, reportCompressedSize: false, modulePreload: { polyfill: false },
    rollupOptions: {
      input: { page: here('index.html'), worker: here('worker.ts') },
      output: { entryFileNames: chunk => (chunk.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
})

/** Writes into the worker which files make the shell, and a mark that changes with any of them. */
function tellWorker(): Plugin {
  return {
    name: 'tell-worker',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const parts = Object.values(bundle).filter(part => part.fileName.startsWith('assets/')).map(part => part.fileName).toSorted()
      const digest = createHash('sha256').update(parts.join('\n')).update(readFileSync(here('index.html')))
      for (const name of beside) digest.update(readFileSync(here(`public/${name}`)))
      const worker = bundle['worker.js']
      if (worker?.type !== 'chunk') return this.error('worker.js is missing')
      if (worker.imports.length > 0) return this.error('worker.js must stand alone')
      const shell = JSON.stringify(['/m', ...[...parts, ...beside].map(name => `/m/${name}`)])
      worker.code = worker.code.replace(/["'`]__SHELL__["'`]/, JSON.stringify(shell)).replace('__MARK__', digest.digest('hex').slice(0, 16))
    },
  }
}

/** Fails the build when the whole phone page is larger than a weak signal bears. */
function limitSize(): Plugin {
  return {
    name: 'limit-size',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const bytes = Object.values(bundle).reduce((sum, part) => sum + gzipSync(part.type === 'chunk' ? part.code : part.source).length, 0)
      this.info(`phone page: ${Math.round(bytes / 1000)} kB gzip of at most ${limitBytes / 1000}`)
      if (bytes > limitBytes) this.error(`the phone page is ${bytes} bytes gzip, more than ${limitBytes}`)
    },
  }
}
