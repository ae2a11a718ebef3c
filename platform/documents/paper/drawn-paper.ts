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

/** The paper as a .pdf, without any program beside this one. */
export async function drawPaper({ title, author, isLandscape = false, draw }: DrawnPaper): Promise<Uint8Array> {
  // Large, and read with the first sheet, not at the start.
  const { default: PdfDocument } = await import('pdfkit')
  const pen = new PdfDocument({
    size: 'A4', layout: isLandscape ? 'landscape' : 'portrait', margin: 72, lang: 'zh-CN', info: { Title: title, Author: author }, font: faces.text,
  })
  for (const [name, file] of Object.entries(faces)) pen.registerFont(name, file)
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
