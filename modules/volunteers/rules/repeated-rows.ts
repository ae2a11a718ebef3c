/** What rows of one table are compared by. */
export type ComparedRow = { rowNumber: number; name: string; birthOn: string | null; idNumber: string | null }

/** Rows that repeat an earlier one of the same table; the earlier one is imported. */
export function findRepeatedRows(rows: readonly ComparedRow[]): { rowNumber: number; key: string; message: string }[] {
  const seen = new Map<string, number>()
  return rows.flatMap(({ rowNumber, name, birthOn, idNumber }) => {
    const keys = [
      ...(idNumber === null ? [] : [{ key: 'idNumber', value: `id:${idNumber}`, what: '身份证号码' }]),
      ...(birthOn === null ? [] : [{ key: 'name', value: `name:${name}|${birthOn}`, what: '姓名和出生日期' }]),
    ]
    const repeated = keys.flatMap(({ key, value, what }) => {
      const earlier = seen.get(value)
      return earlier === undefined ? [] : [{ rowNumber, key, message: `${what}与第${earlier}行相同，本行不导入。` }]
    })
    if (repeated.length === 0) for (const { value } of keys) seen.set(value, rowNumber)
    return repeated.slice(0, 1)
  })
}
