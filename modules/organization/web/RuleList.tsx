import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ShownUnit } from './api.ts'
import { FormDialog } from './FormDialog.tsx'
import { TextItem } from './PlainChanges.tsx'
import { words } from './words.ts'
import './units.css'

type Rule = Awaited<ReturnType<typeof client.listStandingRules>>['items'][number]

/** Written rules of one committee. */
export function RuleList({ unit }: { unit: ShownUnit }) {
  const texts = useWords(words)
  const { may } = useSession()
  const [opened, setOpened] = useState<Rule | 'new'>()
  const asked = useQuery(queries.listStandingRules.queryOptions({ input: { unitId: unit.id, limit: 200 } }))
  const mayManage = may('post.manage')
  const close = () => setOpened(undefined)
  return (
    <Sheet title={texts.rules} actions={mayManage && <Button onClick={() => setOpened('new')}>{texts.addRule}</Button>}>
      {asked.data?.items.length === 0 && <p className="xh-secondary">{texts.noRules}</p>}
      <ul className="xh-plain">
        {asked.data?.items.map(rule => (
          <li key={rule.id}>
            {rule.title} <span className="xh-secondary">{rule.issuedOn}{rule.endedOn && ` · ${texts.endedOn} ${rule.endedOn}`}</span>{' '}
            {mayManage && rule.endedOn === null && <Button size="small" onClick={() => setOpened(rule)}>{texts.endRule}</Button>}
          </li>
        ))}
      </ul>
      {opened === 'new' && <NewRuleDialog unit={unit} onClose={close} />}
      {opened !== undefined && opened !== 'new' && <EndRuleDialog rule={opened} onClose={close} />}
    </Sheet>
  )
}

function NewRuleDialog({ unit, onClose }: { unit: ShownUnit; onClose: () => void }) {
  const texts = useWords(words)
  const labels = { title: texts.ruleTitle, issuedOn: texts.issuedOn }
  return (
    <FormDialog<{ title: string; issuedOn: string }, Parameters<typeof client.createStandingRule>[0], unknown>
      name="new-rule" title={texts.addRule} labels={labels} operation={client.createStandingRule} onClose={onClose}
        refusalFields={{ CHANGE_IN_FUTURE: 'issuedOn' }}
      initialValues={{}} toInput={values => ({ unitId: unit.id, ...values })}
    >
      <TextItem name="title" label={labels.title} max={100} isNeeded />
      <DateItem name="issuedOn" label={labels.issuedOn} required max={chinaToday()} />
    </FormDialog>
  )
}

function EndRuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const texts = useWords(words)
  const { labelled } = useWords()
  return (
    <FormDialog<{ version: number; on: string }, Parameters<typeof client.endStandingRule>[0], unknown>
      name="end-rule" title={labelled(texts.endRule, rule.title)} labels={{ on: texts.endedOn }} operation={client.endStandingRule} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'on', ENDS_BEFORE_START: 'on' }} initialValues={{ version: rule.version, on: chinaToday() }}
        toInput={values => ({ id: rule.id, ...values })}
    >
      <DateItem name="on" label={texts.endedOn} required max={chinaToday()} />
    </FormDialog>
  )
}
