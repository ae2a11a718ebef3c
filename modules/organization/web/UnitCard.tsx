import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Descriptions, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownUnit } from './api.ts'
import { ChangeMenu } from './ChangeMenu.tsx'
import { words } from './words.ts'

/** A unit in short beside the tree, with the way to its page. */
export function UnitCard({ id }: { id: string }) {
  const texts = useWords(words)
  const asked = useQuery(queries.getUnit.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <Alert type="error" showIcon title={toRefusal(asked.error).message} />
  if (!asked.data) return <Skeleton active />
  const unit = asked.data
  return (
    <Sheet title={unit.name} actions={<ChangeMenu unit={unit} />}>
      <UnitFacts unit={unit} />
      <p><Link to={`/units/${unit.id}`}>{texts.open}</Link></p>
    </Sheet>
  )
}

/** Whether a committee stands, in one tag. */
export function UnitStatus({ unit }: { unit: Pick<ShownUnit, 'closedOn' | 'establishedOn'> }) {
  const texts = useWords(words)
  if (unit.closedOn !== null) return <StatusTag tone="neutral">{texts.stateClosed}</StatusTag>
  return unit.establishedOn === null ? <StatusTag tone="attention">{texts.notEstablished}</StatusTag> : <StatusTag tone="good">{texts.established}</StatusTag>
}

/** Everything plain about a unit. */
export function UnitFacts({ unit }: { unit: ShownUnit }) {
  const texts = useWords(words)
  const rows: [string, React.ReactNode][] = [
    [texts.status, <UnitStatus key="status" unit={unit} />],
    [texts.shortName, unit.shortName], [texts.code, unit.unitCode],
    [texts.level, texts.sortOf(unit)],
    [texts.establishedOn, unit.establishedOn ?? '—'],
    ...(unit.closedOn === null ? [] : [[texts.closedOn, unit.closedOn] as [string, string]]),
    ...(unit.successor === null ? [] : [[texts.successor, <Link key="next"
      to={`/units/${unit.successor.id}`}>{unit.successor.name}</Link>] as [string, React.ReactNode]]),
    [texts.address, unit.address ?? texts.notGiven], [texts.phone, unit.phone ?? texts.notGiven],
      [texts.foundingDocument, unit.foundingDocument ?? texts.notGiven],
    [texts.staff, texts.staffCounts(unit.staff.fullTime, unit.staff.partTime)],
  ]
  return (
    <>
      {unit.relocation.pending > 0 && <Alert type="info" showIcon className="xh-gap" title={texts.relocating} />}
      <Descriptions column={{ xs: 1, sm: 1, md: 2 }} items={rows.map(([label, children]) => ({ key: label, label, children }))} />
    </>
  )
}
