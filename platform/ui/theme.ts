/** Colours, sizes and the antd theme made of them. Every pair used for text has a contrast of at least 4.5 : 1. */
import type { ThemeConfig } from 'antd'
import type { Language } from './words.ts'

export type TextSize = 'normal' | 'large' | 'larger' | 'largest'

/** Height of running text in px; large-type mode begins at 18 and ends at 30, as the norm for elders asks. */
export const textSizes: Record<TextSize, number> = { normal: 15, large: 18, larger: 24, largest: 30 }

export const colours = {
  /** Red of the brand: the mark, the line above the page, the place where one is. Never for buttons or errors. */
  brand: '#c8102e',
  action: '#0b57d0',
  text: '#1c2128',
  secondaryText: '#4b5563',
  placeholder: '#636b77',
  page: '#f5f6f8',
  border: '#d5d9e0',
  softBorder: '#e6e9ee',
  error: '#b3261e',
  good: '#14683a',
  attention: '#7a4a00',
}

const chineseFamily =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Segoe UI", sans-serif'
/** Latin faces stand first where English is read: in a Chinese face an apostrophe is as wide as a character. */
const englishFamily = `-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, ${chineseFamily}`

/** The antd theme for a text height and a language. */
export function themeOf(size: TextSize, language: Language): ThemeConfig {
  const fontSize = textSizes[size]
  const scale = fontSize / textSizes.normal
  // Controls grow more slowly than the text in them, or the largest size would leave no room on a phone.
  const controlHeight = Math.round(Math.max(36, fontSize * 2.3))
  return {
    token: {
      ...colourTokens,
      fontFamily: language === 'en' ? englishFamily : chineseFamily,
      fontSize,
      fontSizeSM: Math.max(13, Math.round(fontSize * 0.9)),
      lineHeight: 1.6,
      controlHeight,
      controlHeightSM: Math.round(controlHeight * 0.8),
      controlHeightLG: Math.round(controlHeight * 1.15),
      borderRadius: 6,
      wireframe: false,
      // Nothing slides or fades: what waits for the end of a movement waits for ever where a slow machine draws too few frames of it.
      motion: false,
    },
    components: {
      Form: { verticalLabelPadding: '0 0 4px', labelColor: colours.text, itemMarginBottom: Math.round(20 * Math.min(scale, 1.3)) },
      Tree: { titleHeight: controlHeight, nodeSelectedBg: '#e3edfd', nodeSelectedColor: colours.text },
      Button: { contentFontSize: fontSize, primaryShadow: 'none', defaultShadow: 'none' },
      Modal: { titleFontSize: Math.round(fontSize * 1.15) },
      Tooltip: { colorBgSpotlight: colours.text },
    },
  }
}

const colourTokens = {
  colorPrimary: colours.action,
  colorInfo: colours.action,
  colorLink: colours.action,
  colorLinkHover: '#0842a0',
  colorLinkActive: '#0842a0',
  colorError: colours.error,
  colorErrorText: colours.error,
  colorSuccess: colours.good,
  colorWarning: colours.attention,
  // antd derives grounds from the dark text colours, which turn out muddy; these are the ones of the status tags.
  colorErrorBg: '#fdf0ef',
  colorErrorBorder: '#f2c2be',
  colorSuccessBg: '#edf8f1',
  colorSuccessBorder: '#b9e0c8',
  colorWarningBg: '#fff7e6',
  colorWarningBorder: '#f0d59c',
  colorInfoBg: '#eef4fe',
  colorInfoBorder: '#c5d8f8',
  colorText: colours.text,
  colorTextSecondary: colours.secondaryText,
  colorTextTertiary: colours.placeholder,
  colorTextDescription: colours.secondaryText,
  colorTextPlaceholder: colours.placeholder,
  colorTextDisabled: '#666d78',
  colorBgLayout: colours.page,
  colorBorder: '#8a929e',
  colorBorderSecondary: colours.softBorder,
}
