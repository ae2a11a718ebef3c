import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '#platform/contract/refusal.ts'

/** Refusals of an operation that makes a PDF; its contract declares them. */
export const pdfRefusals = {
  PDF_CONVERTER_ABSENT: { status: 503, message: '服务器没有安装 LibreOffice，不能生成 PDF。请下载 .docx 文件，用 WPS 或 Word 打开后另存为 PDF。' },
  PDF_CONVERSION_FAILED: { status: 503, message: '这份文件没有转换成 PDF，请稍后再试，或下载 .docx 文件自行另存为 PDF。' },
} as const

const programNames = ['soffice', 'libreoffice']
const longestConversionMs = 90_000
/** Conversions wait for one another: each takes a few hundred MB. */
let lastConversion: Promise<unknown> = Promise.resolve()

/** The document as PDF, drawn by the LibreOffice of this machine with free fonts in place of the standard's. */
export async function toPdf(docx: Uint8Array): Promise<Uint8Array> {
  const [pdf] = await toPdfs([docx])
  if (pdf === undefined) throw new Refusal('PDF_CONVERSION_FAILED')
  return pdf
}

/** Several documents by one start of LibreOffice, which costs more than most documents do. */
export async function toPdfs(documents: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const program = await findConverter()
  if (!program) throw new Refusal('PDF_CONVERTER_ABSENT')
  const conversion = lastConversion.then(() => convert(program, documents))
  lastConversion = conversion.catch(() => undefined)
  return conversion
}

/** Path of the installed LibreOffice, if there is one. */
export async function findConverter(path = process.env['PATH'] ?? ''): Promise<string | undefined> {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  const candidates = folders.flatMap((folder) => programNames.map((name) => join(folder, name)))
  for (const candidate of candidates) {
    const mayRun = await access(candidate, constants.X_OK).then(() => true, () => false)
    if (mayRun) return candidate
  }
  return undefined
}

/** Converts in a folder and a LibreOffice profile of its own, both gone afterwards. */
async function convert(program: string, documents: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xinhuo-pdf-'))
  try {
    await Promise.all(documents.map((docx, at) => writeFile(join(folder, `document-${at}.docx`), docx)))
    await runConverter(program, folder, documents.map((_, at) => join(folder, `document-${at}.docx`)))
    return await Promise.all(documents.map(async (_, at) => new Uint8Array(await readFile(join(folder, `document-${at}.pdf`)))))
  } catch (cause) {
    const refusal = new Refusal('PDF_CONVERSION_FAILED')
    refusal.cause = cause
    throw refusal
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function runConverter(program: string, folder: string, files: readonly string[]): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const args = [
    `-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck',
    '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, ...files,
  ]
  const env = { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') }
  return new Promise((resolve, reject) => {
    const options = { env, timeout: longestConversionMs, killSignal: 'SIGKILL', cwd: folder } as const
    execFile(program, args, options, (error) => (error ? reject(error) : resolve()))
  })
}

/** How many pages a PDF has. */
export const countPages = (pdf: Uint8Array): number => (Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length
