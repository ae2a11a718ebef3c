import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Skeleton } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { scales, type Colour, type Scale } from '../../contract.ts'
import { colourOf } from '../../rules/risk.ts'
import { queries } from '../api.ts'
import '../care.css'
import { RiskTag } from '../RiskTag.tsx'
import { careWords } from '../words.ts'
import { riskPageWords } from './risk-words.ts'

/** Values of the three scales in a form. */
export type ScaleValues = Partial<Record<Scale, number>>

/** The colour the scores give, as soon as all three are there. */
export const derivedColour = ({ guardianship, physical, behaviour }: ScaleValues): Colour | undefined =>
  guardianship === undefined || physical === undefined || behaviour === undefined ? undefined : colourOf({ guardianship, physical, behaviour })

/** The three scales in the words in force; the colour and what follows from it are shown at once. */
export function ScaleFields() {
  const words = useWords(riskPageWords)
  const { scales: names } = useWords(careWords)
  const { data } = useQuery({ ...queries.getCareStandards.queryOptions(), staleTime: 3_600_000 })
  const scores: ScaleValues = { guardianship: Form.useWatch('guardianship'), physical: Form.useWatch('physical'), behaviour: Form.useWatch('behaviour') }
  if (data === undefined) return <Skeleton active />
  const colour = derivedColour(scores)
  return (
    <>
      {scales.map(scale => (
        <div key={scale} className="care-scale">
          <Form.Item name={scale} label={words.riskOf(names[scale])} rules={[{ required: true, message: words.chooseLevel }]}>
            <Radio.Group
              aria-label={words.riskOf(names[scale])}
              options={data.scales.filter(level => level.scale === scale).map(({ score, title, wording }) => (
                { value: score, label: <>{words.points(score)} {title}<small>{wording}</small></> }))}
            />
          </Form.Item>
        </div>
      ))}
      <p className="xh-gap" role="status">
        {colour === undefined ? words.chooseAll : <>{words.byScales}<RiskTag colour={colour} />{words.everyDays(data.intervalDays[colour])}</>}
      </p>
    </>
  )
}
