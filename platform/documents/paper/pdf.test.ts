import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findConverter, pdfRefusals, toPdf } from './pdf.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'xinhuo-path-')) })
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

test('a machine without LibreOffice refuses with a sentence that says what to do', async () => {
  vi.stubEnv('PATH', folder)
  await expect(toPdf(new Uint8Array())).rejects.toMatchObject({ code: 'PDF_CONVERTER_ABSENT' })
  expect(pdfRefusals.PDF_CONVERTER_ABSENT.message).toContain('.docx')
})

test('a converter that makes no PDF is a refusal, and the next conversion still has its turn', async () => {
  await writeFile(join(folder, 'soffice'), '#!/bin/sh\nexit 3\n', { mode: 0o755 })
  vi.stubEnv('PATH', folder)
  for (const _ of [1, 2]) await expect(toPdf(new Uint8Array())).rejects.toMatchObject({ code: 'PDF_CONVERSION_FAILED' })
})

test('a file that may not be run is no converter', async () => {
  await writeFile(join(folder, 'soffice'), '', { mode: 0o644 })
  expect(await findConverter(folder)).toBeUndefined()
})
