import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Radio, Select, Skeleton } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ShownPost, type ShownUnit } from './api.ts'
import { FormDialog } from './FormDialog.tsx'
import { TextItem } from './PlainChanges.tsx'
import { words } from './words.ts'
import './units.css'

type PostProps = { post: ShownPost; onClose: () => void }
type PostDetail = Awaited<ReturnType<typeof client.getPost>>

export function CreatePostsDialog({ unit, titles, onClose }: { unit: ShownUnit; titles: readonly { code: string; name: string }[]; onClose: () => void }) {
  const texts = useWords(words)
  const labels = { titleCode: texts.title, seats: texts.seats, fromOn: texts.fromOn }
  type Values = { titleCode: string; seats: number; fromOn: string }
  return (
    <FormDialog<Values, Parameters<typeof client.createPosts>[0], unknown>
      name="create-posts" title={texts.createPosts} labels={labels} operation={client.createPosts} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'fromOn', BEFORE_FOUNDING: 'fromOn' }} initialValues={{ seats: 1, fromOn: unit.establishedOn ?? chinaToday() }}
      toInput={values => ({ unitId: unit.id, ...values })}
    >
      <Form.Item name="titleCode" label={labels.titleCode} rules={[{ required: true, message: texts.needed(labels.titleCode) }]}>
        <Select options={titles.map(title => ({ value: title.code, label: title.name }))} />
      </Form.Item>
      <WholeNumberItem name="seats" label={labels.seats} min={1} max={30} />
      <DateItem name="fromOn" label={labels.fromOn} required max={chinaToday()} />
    </FormDialog>
  )
}

export function AppointDialog({ post, onClose }: PostProps) {
  const texts = useWords(words)
  const { labelled } = useWords()
  const labels = { personName: texts.personName, fromOn: texts.termFrom, dueToEndOn: texts.termDue, isFullTime: texts.kind }
  type Values = { personName: string; fromOn: string; dueToEndOn?: string; isFullTime: boolean }
  return (
    <FormDialog<Values, Parameters<typeof client.appointHolder>[0], PostDetail>
      name="appoint-holder" title={labelled(texts.appoint, post.titleName)} labels={labels} operation={client.appointHolder} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'fromOn', TERM_TOO_EARLY: 'fromOn' }} initialValues={{ isFullTime: false, fromOn: chinaToday() }}
      toInput={({ dueToEndOn, ...values }) => ({ id: post.id, ...values, ...(dueToEndOn ? { dueToEndOn } : {}) })}
    >
      <TextItem name="personName" label={labels.personName} max={50} isNeeded />
      <DateItem name="fromOn" label={labels.fromOn} required max={chinaToday()} />
      <DateItem name="dueToEndOn" label={labels.dueToEndOn} />
      <Form.Item name="isFullTime" label={labels.isFullTime}>
        <Radio.Group options={[{ value: true, label: texts.fullTime }, { value: false, label: texts.partTime }]} />
      </Form.Item>
    </FormDialog>
  )
}

export function EndTermDialog({ post, onClose }: PostProps) {
  const texts = useWords(words)
  const { labelled } = useWords()
  const labels = { untilOn: texts.termUntil, ending: texts.ending }
  const endings = ['expired', 'resigned', 'transferred', 'removed', 'deceased'] as const
  type Values = { version: number; untilOn: string; ending: (typeof endings)[number] }
  return (
    <FormDialog<Values, Parameters<typeof client.endTerm>[0], PostDetail>
      name="end-term" title={labelled(texts.endTerm, post.holder?.personName ?? '')} labels={labels} operation={client.endTerm} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'untilOn', ENDS_BEFORE_START: 'untilOn' }}
      initialValues={{ version: post.holder?.version ?? 1, untilOn: chinaToday(), ending: 'expired' }}
        toInput={values => ({ id: post.holder?.id ?? '', ...values })}
    >
      <DateItem name="untilOn" label={labels.untilOn} required max={chinaToday()} />
      <Form.Item name="ending" label={labels.ending}>
        <Select options={endings.map(ending => ({ value: ending, label: texts[ending] }))} />
      </Form.Item>
    </FormDialog>
  )
}

export function ClosePostDialog({ post, onClose }: PostProps) {
  const texts = useWords(words)
  const { labelled } = useWords()
  type Values = { version: number; on: string }
  return (
    <FormDialog<Values, Parameters<typeof client.closePost>[0], PostDetail>
      name="close-post" title={labelled(texts.closePost, post.titleName)} labels={{ on: texts.date }} operation={client.closePost} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'on', CHANGE_TOO_EARLY: 'on' }} initialValues={{ version: post.version, on: chinaToday() }}
        toInput={values => ({ id: post.id, ...values })}
    >
      <DateItem name="on" label={texts.date} required max={chinaToday()} />
    </FormDialog>
  )
}

/** Everyone who held a post, the newest first. */
export function TermsDialog({ post, onClose }: PostProps) {
  const texts = useWords(words)
  const { aside, colon, labelled } = useWords()
  const asked = useQuery(queries.getPost.queryOptions({ input: { id: post.id } }))
  const endingWords: Record<string, string> = { ...texts, 'unit-closed': texts.unitClosed } as never
  return (
    <Modal open title={labelled(texts.terms, post.titleName)} footer={null} onCancel={onClose} destroyOnHidden>
      {asked.data === undefined && <Skeleton active title={false} />}
      {asked.data?.terms.length === 0 && <p className="xh-secondary">—</p>}
      <ul className="xh-plain">
        {asked.data?.terms.map(term => (
          <li key={term.id}>
            {term.personName}{colon}{term.fromOn} {texts.untilWord} {term.untilOn ?? '…'} {term.isFullTime ? texts.fullTime : texts.partTime}
            {term.ending !== null && aside(endingWords[term.ending] ?? '')}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
