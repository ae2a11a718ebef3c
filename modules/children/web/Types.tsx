import { Tag } from 'antd'
import type { ChildType } from '../contract.ts'
import { findDifferences } from '../rules/differences.ts'
import { mainTypesOf } from '../rules/main-types.ts'
import { typeNames } from '../rules/words.ts'

/** Types in words, without those that only gather others; says so when there is none. */
export function Types({ types, none = '无' }: { types: readonly ChildType[]; none?: string }) {
  if (types.length === 0) return <span className="xh-secondary">{none}</span>
  return <>{mainTypesOf(types).map((type) => <Tag key={type} variant="outlined">{typeNames[type]}</Tag>)}</>
}

type Sides = { derivedTypes: readonly ChildType[]; civilAffairsTypes: readonly ChildType[] }

/** Where 平台推算 and 民政认定 part, in one sentence each. */
export function DifferenceText({ derivedTypes, civilAffairsTypes }: Sides) {
  const { missing, extra } = findDifferences(derivedTypes, civilAffairsTypes)
  const name = (types: readonly ChildType[]) => types.map((type) => typeNames[type]).join('、')
  return (
    <>
      {missing.length > 0 && <span>推算符合、民政尚未认定：{name(missing)}。</span>}
      {extra.length > 0 && <span>民政已认定、平台未推算出：{name(extra)}，请核对所记情况。</span>}
    </>
  )
}
