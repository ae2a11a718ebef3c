import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { mostShares, payerKinds, type Reach } from '../../contract.ts'
import { client, type ShownAct, useChanged } from '../api.ts'
import { ForCase } from '../ForCase.tsx'
import { useChoices, useKinds } from '../names.ts'
import { needWords, words } from '../words.ts'
import { ShareFields, shareInput, type ShareValues } from './ShareFields.tsx'
import { actWords } from './words.ts'
import '../aid.css'

type Address = { case: string; need: string; wish: string; kind: string; payer: string }

/** Records that aid will be given, by one or several payers. */
export default function OfferActPage() {
  const texts = useWords(words)
  const { search } = useAddress<Address>()
  return <ForCase caseId={search.case} title={texts.offerAid}>{search.case && <ActForm from={{ ...search, case: search.case }} />}</ForCase>
}

type Values = { kind: string; reach: Reach; isCourtesyCall?: boolean; words?: string; shares: ShareValues[] }
type Input = Parameters<typeof client.offerAct>[0]

function ActForm({ from }: { from: Partial<Address> & { case: string } }) {
  const texts = useWords(words)
  const own = useWords(actWords)
  const { needed } = useWords(needWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const { reaches } = useChoices()
  const kinds = useKinds()
  const labels = { kind: texts.kind, reach: texts.reach, isCourtesyCall: texts.courtesy, words: own.words, shares: own.shares }
  const record = useRecordForm<Values, Input, ShownAct>({
    name: 'offer-act', labels, operation: client.offerAct,
    initialValues: { reach: 'child', ...(from.kind ? { kind: from.kind } : {}), shares: [firstShare(from)] },
    toInput: ({ kind, reach, isCourtesyCall = false, words: note = '', shares }) => ({
      caseId: from.case, ...(from.need ? { needId: from.need } : {}), ...(from.wish ? { wishId: from.wish } : {}), kind, reach, isCourtesyCall, words: note,
      shares: shares.map(shareInput),
    }),
    onSaved: async saved => { await changed(); await navigate({ to: `/aid-acts/${saved.id}` }) },
  })
  return (
    <RecordForm record={record} submitLabel={texts.save}>
      <Form.Item name="kind" label={labels.kind} rules={[{ required: true, message: needed(labels.kind) }]}><Select options={kinds} /></Form.Item>
      <Form.Item name="reach" label={labels.reach}><Radio.Group options={reaches} /></Form.Item>
      <Form.Item name="isCourtesyCall" valuePropName="checked"><Checkbox>{own.isCourtesyCall}</Checkbox></Form.Item>
      <Shares />
      <Form.Item name="words" label={labels.words} extra={own.wordsHint}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
    </RecordForm>
  )
}

/** For a wish: the sort of donor that claimed it, and a thing, as most wishes are. */
const firstShare = ({ wish, payer }: Partial<Address>): ShareValues => ({
  payerKind: payerKinds.find(kind => kind === payer) ?? 'committee', payerName: '', form: wish === undefined ? 'money' : 'goods',
})

function Shares() {
  const own = useWords(actWords)
  return (
    <Form.List name="shares">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} className="aid-share">
              <legend>{own.share(index + 1)}</legend>
              <ShareFields at={[name]} path={['shares', name]} />
              {fields.length > 1 && <Button danger onClick={() => remove(name)}>{own.removeShare}</Button>}
            </fieldset>
          ))}
          {fields.length < mostShares && (
            <p className="aid-more"><Button onClick={() => add({ payerKind: 'enterprise', payerName: '', form: 'money' })}>{own.addShare}</Button></p>
          )}
        </>
      )}
    </Form.List>
  )
}
