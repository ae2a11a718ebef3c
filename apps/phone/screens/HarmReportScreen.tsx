import { useCallback, useEffect, useState, type SyntheticEvent } from 'react'
import type { Situation } from '#modules/safeguarding/contract.ts'
import { BigButton } from '../pieces/BigButton.tsx'
import { Icon } from '../pieces/icons.tsx'
import { Note } from '../pieces/Note.tsx'
import type { WrittenReport } from '../house.ts'
import { Screen } from '../pieces/Screen.tsx'
import { useTask } from '../pieces/use-task.ts'
import { usePhone } from '../phone-context.ts'
import { dropInHand, keepInHand } from '../steps/keep-in-hand.ts'
import { fileReport, getGuide, makeSubmissionKey, type ReportGuide, type ReportReceipt } from '../steps/report-harm.ts'
import { useWords } from '../words.ts'
import type { At } from './places.ts'

/** The report of harm: which situation, who, what was seen. Nothing of it stays on the phone once it was sent or left. */
export function HarmReportScreen({ place, places }: At<'harm' | 'harm-report'>) {
  const words = useWords()
  const { isBusy, problem, run } = useTask({ offline: words.harmOffline })
  const [guide, setGuide] = useState<ReportGuide>()
  const [receipt, setReceipt] = useState<ReportReceipt>()
  const { house } = usePhone()
  const ask = useCallback(() => run(async () => setGuide(await getGuide(house))), [run, house])
  useEffect(ask, [ask])
  return (
    <Screen title={receipt ? words.reportSent : words.writeReport} onBack={places.back}>
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      {guide === undefined && !problem && <p role="status">{words.waiting}</p>}
      {guide === undefined && problem && <BigButton icon="write" kind="main" disabled={isBusy} onTap={ask}>{words.tryAgain}</BigButton>}
      {guide && !receipt && <ReportForm guide={guide} place={place} onFiled={setReceipt} />}
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

type FormProps = { guide: ReportGuide; place: At<'harm' | 'harm-report'>['place']; onFiled: (receipt: ReportReceipt) => void }

function ReportForm({ guide, place: { about, written: before }, onFiled }: FormProps) {
  const words = useWords()
  const { house } = usePhone()
  const { isBusy, problem, run, say } = useTask({ offline: words.harmNotSent })
  const [written, setWritten] = useState<WrittenReport>(() => before ?? { submissionKey: makeSubmissionKey(), chosen: [], description: about, seen: '' })
  useEffect(() => void keepInHand(house, { kind: 'harm-report', about, written }), [house, about, written])
  useEffect(() => () => void dropInHand(house), [house])
  const { chosen } = written
  const write = (part: Partial<WrittenReport>) => setWritten(known => ({ ...known, ...part }))
  const handleTap = (code: Situation) => write({ chosen: chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code] })
  const handleSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [description, seen] = [written.description.trim(), written.seen.trim()]
    if (chosen.length === 0) return say(words.chooseSituation)
    if (description === '' || seen === '') return say(words.fillReport)
    const report = { submissionKey: written.submissionKey, situations: chosen, description, seen, now: Date.now() }
    run(async () => onFiled(await fileReport(house, report)))
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
        <textarea
          id="description" name="description" rows={2} maxLength={1000} value={written.description}
          onChange={event => write({ description: event.target.value })}
        />
      </p>
      <p className="field">
        <label htmlFor="seen">{words.whatSeen}</label>
        <textarea id="seen" name="seen" rows={4} maxLength={4000} value={written.seen} onChange={event => write({ seen: event.target.value })} />
        <span className="small">{words.noteHint}</span>
      </p>
      {guide.people.length > 0 && <p>{words.willBeTold(words.listed(guide.people.map(({ personName }) => personName)))}</p>}
      {problem && <Note tone="error" icon="notice" role="alert"><p>{problem}</p></Note>}
      <button type="submit" className="button main" disabled={isBusy}><span>{isBusy ? words.waiting : words.sendReport}</span></button>
    </form>
  )
}
