import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dotsPerInch = 150
const millimetresPerDot = 25.4 / dotsPerInch

/** A page as dots. */
export type PageImage = { width: number; height: number; dots: Buffer }
/** A part of a page in millimetres from its top left corner. */
export type Area = { left: number; right: number; top: number; bottom: number }
export type Ink = 'any' | 'red' | 'black'

/** Runs a Poppler program on a PDF and gives what it prints. */
export function poppler(program: 'pdftotext' | 'pdfinfo', pdf: Uint8Array, options: string[] = []): string {
  const toStandardOutput = program === 'pdftotext' ? ['-'] : []
  return inFolder(pdf, (file) => execFileSync(program, [...options, file, ...toStandardOutput], { encoding: 'utf8' }))
}

/** The lines of text of every page, without blank ones. */
export function textOfPages(pdf: Uint8Array): string[][] {
  const pages = poppler('pdftotext', pdf, ['-layout']).split('\f').slice(0, -1)
  return pages.map((page) => page.split('\n').map((line) => line.trim()).filter((line) => line !== ''))
}

/** Every page drawn. */
export function drawPages(pdf: Uint8Array): PageImage[] {
  return inFolder(pdf, (file, folder) => {
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), file, join(folder, 'page')])
    return readdirSync(folder).filter((name) => name.endsWith('.ppm')).sort().map((name) => readImage(readFileSync(join(folder, name))))
  })
}

/** The smallest area that holds all ink of a colour within the given part of the page, in millimetres; undefined when there is none. */
export function inkArea(image: PageImage, ink: Ink, within: Partial<Area> = {}): Area | undefined {
  const { left = 0, top = 0, right = 1000, bottom = 1000 } = within
  const found = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let y = toDots(top); y < Math.min(image.height, toDots(bottom)); y += 1) {
    for (let x = toDots(left); x < Math.min(image.width, toDots(right)); x += 1) {
      if (!isInk(image, x, y, ink)) continue
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x + 1)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y + 1)
    }
  }
  if (found.right < 0) return undefined
  const mm = (dots: number) => dots * millimetresPerDot
  return { left: mm(found.left), right: mm(found.right), top: mm(found.top), bottom: mm(found.bottom) }
}

/** Where lines drawn over nearly the whole type width lie, in millimetres from the top. */
export function ruledLines(image: PageImage, ink: Ink): number[] {
  const lines: number[] = []
  for (let y = 0; y < image.height; y += 1) {
    let count = 0
    for (let x = 0; x < image.width; x += 1) if (isInk(image, x, y, ink)) count += 1
    const isRuled = count * millimetresPerDot > 150
    const place = y * millimetresPerDot
    if (isRuled && place - (lines.at(-1) ?? -1) > 1) lines.push(place)
  }
  return lines
}

/** The dots of a part of a page, to compare two drawings. */
export function dotsWithin({ width, dots }: PageImage, { left, right, top, bottom }: Area): Buffer {
  const rows = Array.from({ length: toDots(bottom - top) }, (_, row) => (toDots(top) + row) * width)
  return Buffer.concat(rows.map((start) => dots.subarray((start + toDots(left)) * 3, (start + toDots(right)) * 3)))
}

const toDots = (millimetres: number): number => Math.round(millimetres / millimetresPerDot)

function isInk({ width, dots }: PageImage, x: number, y: number, ink: Ink): boolean {
  const at = (y * width + x) * 3
  const [red = 255, green = 255, blue = 255] = dots.subarray(at, at + 3)
  const isRed = red > 180 && green < 110 && blue < 110
  const isBlack = red < 140 && green < 140 && blue < 140
  return ink === 'red' ? isRed : ink === 'black' ? isBlack : isRed || isBlack
}

/** Reads a binary PPM picture. */
function readImage(file: Buffer): PageImage {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('not a binary PPM picture')
  return { width: Number(head[1]), height: Number(head[2]), dots: file.subarray(head[0].length) }
}

function inFolder<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xinhuo-office-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    return use(file, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
