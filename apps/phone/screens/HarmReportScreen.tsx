import { useEffect, useState, type SyntheticEvent } from 'react'
import type { Situation } from '#modules/safeguarding/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { formText } from '../pieces/form-text.ts'
import { Icon } from '../pieces/icons.tsx'
import { Note } from '../pieces/Note.tsx'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { fileReport, getGuide, makeSubmissionKey, type ReportGuide, type ReportReceipt } from '../steps/report-harm.ts'
import { endSession } from '../steps/sign-in.ts'
import { useWords } from '../words.ts'
import type { At } from './places.ts'

/** The report of harm: which situation, who, what was seen. Nothing of it stays on the phone. */
export function HarmReportScreen({ place, places }: At<'harm' | 'harm-report'>) {
  const words = useWords()
  const { problem, run } = useTask()
  const [guide, setGuide] = useState<ReportGuide>()
  const [receipt, setReceipt] = useState<ReportReceipt>()
  const { house } = usePhone()
  useEffect(() => {
    run(async () => setGuide(await getGuide(house)))
    return () => void endSession()
  }, [run, house])
  return (
    <Screen title={receipt ? words.reportSent : words.writeReport} onBack={places.back}>
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      {guide === undefined && !problem && <p role="status">{words.waiting}</p>}
      {guide && !receipt && <ReportForm guide={guide} about={place.about} onFiled={setReceipt} />}
      {receipt && (
        <>
          <Note tone="good" icon="met" role="status"><p>{words.reportNumber(receipt.number)}</p></Note>
          {receipt.toldCount > 0
            ? <p>{words.reportTold(receipt.toldCount)}</p>
            : <Note tone="error" icon="notice" role="alert"><p>{words.reportNobody}</p></Note>}
          <BigButton icon="today" kind="main" onTap={places.home}>{words.toDay}</BigButton>
        </>
      )}
      {!receipt && <a className="button grave" href="tel:110"><Icon name="call" /><span>{words.call110}</span></a>}
    </Screen>
  )
}

function ReportForm({ guide, about, onFiled }: { guide: ReportGuide; about: string; onFiled: (receipt: ReportReceipt) => void }) {
  const words = useWords()
  const { isBusy, problem, run, say } = useTask()
  const [submissionKey] = useState(makeSubmissionKey)
  const [chosen, setChosen] = useState<Situation[]>([])
  const handleTap = (code: Situation) => setChosen(before => (before.includes(code) ? before.filter(each => each !== code) : [...before, code]))
  const handleSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [description, seen] = [formText(event.currentTarget, 'description').trim(), formText(event.currentTarget, 'seen').trim()]
    if (chosen.length === 0) return say(words.chooseSituation)
    if (description === '' || seen === '') return say(words.fillReport)
    run(async () => onFiled(await fileReport({ submissionKey, situations: chosen, description, seen, now: Date.now() })))
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="stack">
      <h2>{words.whichSituation}</h2>
      {guide.situations.map(({ code, wording }) => (
        <BigButton key={code} icon={chosen.includes(code) ? 'met' : 'notice'} pressed={chosen.includes(code)} onTap={() => handleTap(code)}>
          {wording}
        </BigButton>
      ))}
      <p className="field">
        <label htmlFor="description">{words.whoIsChild}</label>
        <textarea id="description" name="description" rows={2} maxLength={1000} defaultValue={about} />
      </p>
      <p className="field">
        <label htmlFor="seen">{words.whatSeen}</label>
        <textarea id="seen" name="seen" rows={4} maxLength={4000} />
        <span className="small">{words.noteHint}</span>
      </p>
      {guide.people.length > 0 && <p>{words.willBeTold(words.listed(guide.people.map(({ personName }) => personName)))}</p>}
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      <button type="submit" className="button main" disabled={isBusy}><span>{isBusy ? words.waiting : words.sendReport}</span></button>
    </form>
  )
}
