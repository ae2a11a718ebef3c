import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** A pen on one sheet of A4. */
export type Pen = PDFKit.PDFDocument
/** A sheet that is drawn, not written: letters and certificates. */
export type DrawnPaper = { title: string; author: string; isLandscape?: boolean; draw: (pen: Pen) => void }

const find = createRequire(import.meta.url)
/** Whole Chinese faces, of which only the signs in use are put into the file. */
const faces = {
  text: find.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: find.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
} as const
/** Names under which `pen.font` knows them. */
export type Face = keyof typeof faces

type Fonts = Record<Face, PDFKit.Mixins.PDFFontSource>
/** Papers are drawn several in a row; then not for hours. */
const keptForMs = 60_000
let kept: Promise<Fonts> | undefined
let forgetting: NodeJS.Timeout | undefined

/**
 * Both faces, 15 MB each, read and parsed once for papers that follow one another and let go a minute after the last. Measured for eleven papers: 0.45 s of
 * computing instead of 2.1 s and 45 MiB instead of 170 to 200 MiB on top of the process, for pdfkit by itself reads and parses both anew for each paper.
 */
function getFonts(): Promise<Fonts> {
  clearTimeout(forgetting)
  forgetting = setTimeout(() => { kept = undefined }, keptForMs).unref()
  return kept ??= readFonts()
}

async function readFonts(): Promise<Fonts> {
  // The very fontkit of pdfkit: fonts of another copy would be foreign to it.
  const fontkit = createRequire(find.resolve('pdfkit'))('fontkit') as { create: (bytes: Uint8Array) => PDFKit.Mixins.PDFFontSource }
  const [text, bold] = await Promise.all([readFile(faces.text), readFile(faces.bold)])
  return { text: fontkit.create(text), bold: fontkit.create(bold) }
}

/** The paper as a .pdf, without any program beside this one. */
export async function drawPaper({ title, author, isLandscape = false, draw }: DrawnPaper): Promise<Uint8Array> {
  // Large, and read with the first sheet, not at the start.
  const { default: PdfDocument } = await import('pdfkit')
  const fonts = await getFonts()
  const pen = new PdfDocument({
    size: 'A4', layout: isLandscape ? 'landscape' : 'portrait', margin: 72, lang: 'zh-CN', info: { Title: title, Author: author },
    // The types of pdfkit know paths here alone; it takes a font as `registerFont` does.
    font: fonts.text as string,
  })
  for (const [name, font] of Object.entries(fonts)) pen.registerFont(name, font)
  pen.font('text')
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    pen.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => resolve()).on('error', reject)
  })
  draw(pen)
  pen.end()
  await ended
  return Buffer.concat(chunks)
}
