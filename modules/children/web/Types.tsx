import { Tag } from 'antd'
import type { ChildType } from '../contract.ts'
import { findDifferences } from '../rules/types/differences.ts'
import { mainTypesOf } from '../rules/types/main-types.ts'
import { useWords } from '#platform/ui/words.ts'
import { useNames } from './names.ts'
import { childWords } from './words/child-words.ts'

/** Types in words, without those that only gather others; says so when there is none. */
export function Types({ types, none }: { types: readonly ChildType[]; none?: string }) {
  const names = useNames()
  const texts = useWords(childWords)
  if (types.length === 0) return <span className="xh-secondary">{none ?? texts.none}</span>
  return <>{mainTypesOf(types).map((type) => <Tag key={type} variant="outlined">{names.types[type]}</Tag>)}</>
}

type Sides = { derivedTypes: readonly ChildType[]; civilAffairsTypes: readonly ChildType[] }

/** Where 平台推算 and 民政认定 part, in one sentence each. */
export function DifferenceText({ derivedTypes, civilAffairsTypes }: Sides) {
  const { missing, extra } = findDifferences(derivedTypes, civilAffairsTypes)
  const names = useNames()
  const texts = useWords(childWords)
  const { listed } = useWords()
  const name = (types: readonly ChildType[]) => listed(types.map((type) => names.types[type]))
  return (
    <>
      {missing.length > 0 && <span>{texts.missing(name(missing))}</span>}
      {extra.length > 0 && <span>{texts.extra(name(extra))}</span>}
    </>
  )
}
