/**
 * The numbers of GB/T 9704-2012 as Word counts them. Lengths are twips (1/20 point), character sizes half-points.
 * The right margin is 25.84 mm instead of 26, so that the type area holds 28 characters of 15.8 points and a hair:
 * without the hair LibreOffice loses a comma that stands as the 28th character of a justified line.
 */

/** 每行字数. */
export const charactersPerLine = 28
/** Advance of one 3号 character: 16 points, drawn 0.2 closer. */
export const characterPitch = 316
/** Distance of two base lines, 28.95 points: 22 of them fill the 225 mm of the type area. */
export const linePitch = 579
/** What is taken off after each character, so that 28 of them fill a line. */
export const characterSpacing = -4

/** A4 and its margins: 天头 37 mm, 订口 28 mm, below 35 mm, outside 26 mm. */
export const page = { width: 11_906, height: 16_838, top: 2098, bottom: 1984, left: 1587, right: 1465 } as const
/** 版心宽: 28 characters, 156 mm (well within the ±1 mm of the standard). */
export const typeWidth = page.width - page.left - page.right

/** 字号 in half-points. */
export const sizes = { second: 44, third: 32, fourth: 28, table: 24 } as const

/** The names that stand in the file; a machine without them shows its own substitutes. */
export const fonts = {
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  title: '方正小标宋简体',
  song: '宋体',
} as const

/** Twips of a length in millimetres. */
export const twipsOfMillimetres = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)
