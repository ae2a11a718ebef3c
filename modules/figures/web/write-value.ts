/** A figure for people: 12,345.6. */
export const writeValue = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
