import { cleanText } from './text.ts'

// Han in every plane, also blocks newer than the engine's Unicode tables, and the selectors that pick a glyph variant.
const han = '[\\p{Script=Han}\\u{20000}-\\u{3FFFD}][\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]?'
const chineseName = new RegExp(`^(?:${han})+(?:·(?:${han})+)*$`, 'u')
const otherDots = /[・•‧∙⋅․．•]/g
const spaceBetweenHan = new RegExp(`(?<=[\\p{Script=Han}\\u{20000}-\\u{3FFFD}·])\\s+(?=[\\p{Script=Han}\\u{20000}-\\u{3FFFD}·])`, 'gu')

const compoundSurnames = new Set(
  ('欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 ' +
    '司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 ' +
    '梁丘 左丘 东门 西门 第五 纳兰 完颜 耶律 贺兰 单于 淳于 哥舒 叱干').split(' '),
)

/** A name as the register stores it: cleaned, no spaces between Chinese characters (张 三 → 张三), one kind of middle dot. */
export const cleanName = (text: string): string => cleanText(text).replace(otherDots, '·').replace(spaceBetweenHan, '')

/** Whether it is a Chinese name of 2 to 30 characters, rare ones (𤧯 䶮) and the middle dot of transcribed names included. */
export const isChineseName = (text: string): boolean => chineseName.test(text) && [...text].length >= 2 && [...text].length <= 30

/** The surname: the compound one when something follows it (欧阳娜娜 → 欧阳), otherwise the first character. */
export function surnameOf(name: string): string {
  const characters = [...name]
  const firstTwo = characters.slice(0, 2).join('')
  return characters.length > 2 && compoundSurnames.has(firstTwo) ? firstTwo : (characters[0] ?? '')
}
