import { useWords } from '#platform/ui/words.ts'
import { ageBands, childTypes, civilAffairsTypes, factKinds, fileFields } from '../contract.ts'
import { isSensitiveType } from '../rules/types/catalogue.ts'
import { nameWords } from './words/name-words.ts'

/** A choice in a list. */
export type Option = { value: string; label: string }

/** Names as options of a select. */
export const optionsOf = (names: Readonly<Record<string, string>>): Option[] => Object.entries(names).map(([value, label]) => ({ value, label }))

/** How the codes read in the language of the page, and as options. */
export function useNames() {
  const names = useWords(nameWords)
  return {
    ...names,
    typeOptions: childTypes.filter((type) => !isSensitiveType(type)).map((value) => ({ value, label: names.types[value] })) as Option[],
    civilAffairsOptions: civilAffairsTypes.map((value) => ({ value, label: names.types[value] })) as Option[],
    ageBandOptions: ageBands.map((value) => ({ value, label: names.bandOf(value) })) as Option[],
    fieldOptions: fileFields.map((value) => ({ value, label: names.fields[value] })) as Option[],
    kindOptions: factKinds.map((value) => ({ value, label: names.kinds[value] })) as Option[],
  }
}
