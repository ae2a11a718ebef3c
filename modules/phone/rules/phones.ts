/** Those fields of an opened file that name somebody to call. */
type Callable = { phone?: string | null | undefined; guardians?: readonly Guardian[] | undefined }
type Guardian = { relation: string; name: string; phone: string | null; isPrimary: boolean }

/** Relations in the words people use when they speak of a child's family. */
const relationWords: Readonly<Record<string, string>> = {
  father: '爸爸', mother: '妈妈', grandfather: '爷爷', grandmother: '奶奶', 'maternal-grandfather': '外公', 'maternal-grandmother': '外婆',
  sibling: '兄弟姐妹', kin: '亲戚', foster: '寄养家庭', institution: '福利机构',
}

/** Whom one may call about a child: the primary guardian first, then the others, then the child. */
export function phonesOf(file: Callable | undefined): { who: string; phone: string }[] {
  const guardians = (file?.guardians ?? []).toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
  const called = guardians.flatMap(({ relation, name, phone }) => (phone === null ? [] : [{ who: `${relationWords[relation] ?? '监护人'} ${name}`, phone }]))
  return file?.phone ? [...called, { who: '孩子本人', phone: file.phone }] : called
}
