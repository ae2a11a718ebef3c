import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const firstLoadLimitBytes = 500_000
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [react(), ownScrollLock(), limitFirstLoad()],
  // The server writes a fresh nonce in place of this word in every answer.
  html: { cspNonce: '__NONCE__' },
  build: { outDir: here('../../dist/web'), emptyOutDir: true, chunkSizeWarningLimit: 1500, reportCompressedSize: false },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
})

/** Puts our way to hold the page still in place of the dialogs' own, see scroll-lock.ts. */
function ownScrollLock(): Plugin {
  return {
    name: 'own-scroll-lock',
    enforce: 'pre',
    resolveId: (source, importer) => (source === './useScrollLocker' && importer?.includes('/@rc-component/portal/') ? here('scroll-lock.ts') : undefined),
  }
}

/** Fails the build when what the browser needs before the first page is larger than a village connection bears. */
function limitFirstLoad(): Plugin {
  return {
    name: 'limit-first-load',
    generateBundle(_options, bundle) {
      const needed = new Set<string>()
      const follow = (name: string) => {
        const part = bundle[name]
        if (needed.has(name) || part?.type !== 'chunk') return
        needed.add(name)
        part.imports.forEach(follow)
      }
      for (const part of Object.values(bundle)) if (part.type === 'chunk' && part.isEntry) follow(part.fileName)
      const styles = Object.values(bundle).filter(part => part.type === 'asset' && part.fileName.endsWith('.css'))
      const codes = [...needed].flatMap(name => (bundle[name]?.type === 'chunk' ? [bundle[name].code] : []))
      const bytes = [...codes, ...styles.map(part => (part.type === 'asset' ? part.source : ''))].reduce(
        (sum, text) => sum + gzipSync(text).length,
        0,
      )
      this.info(`first load: ${Math.round(bytes / 1000)} kB gzip of at most ${firstLoadLimitBytes / 1000}`)
      if (bytes > firstLoadLimitBytes) this.error(`first load is ${bytes} bytes gzip, more than ${firstLoadLimitBytes}`)
    },
  }
}
