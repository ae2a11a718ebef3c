import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadProject, useChanged } from '../api.ts'
import { AcceptDialog, ApproveDialog, CloseDialog, EvaluateDialog } from './StepDialogs.tsx'
import { projectWords } from './words.ts'

type Step = 'submit' | 'discard' | 'return' | 'decline' | 'approve' | 'accept' | 'evaluate' | 'close' | 'reserve'

/** The steps open to this person now. */
export function ProjectActs({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const [step, setStep] = useState<Step>()
  const { may } = project
  const act = (name: Step, isMain = false) => (
    <Button {...(isMain ? { type: 'primary' as const } : {})} danger={name === 'discard' || name === 'decline'} onClick={() => setStep(name)}>
      {own[name]}
    </Button>
  )
  const search = { project: project.id } as never
  return (
    <>
      {may.discard && act('discard')}
      {may.edit && <Link to="/projects/propose" search={search}><Button>{own.edit}</Button></Link>}
      {may.submit && act('submit', true)}
      {may.return && act('decline')}
      {may.return && act('return')}
      {may.approve && project.need.mayApprove && act('approve', true)}
      {may.run && project.sources.some(({ freedFen }) => freedFen > 0) && act('reserve')}
      {may.accept && act('accept', true)}
      {may.evaluate && act('evaluate', project.evaluatedOn === null)}
      {may.close && act('close', true)}
      <Dialogs project={project} step={step} onClose={() => setStep(undefined)} />
    </>
  )
}

function Dialogs({ project, step, onClose }: { project: ReadProject; step: Step | undefined; onClose: () => void }) {
  const own = useWords(projectWords)
  const changed = useChanged()
  const { id, version } = project
  const run = (act: () => Promise<unknown>) => async () => { await act(); onClose(); await changed() }
  const asks = {
    return: (reason: string) => client.returnProject({ id, version, reason }), decline: (reason: string) => client.declineProject({ id, version, reason }),
  }
  return (
    <>
      <ConfirmDialog
        open={step === 'submit'} title={own.submitTitle} confirmLabel={own.submit} onCancel={onClose}
        onConfirm={run(() => client.submitProject({ id, version }))}
      >
        <p>{own.submitLead}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === 'reserve'} title={own.reserveTitle} confirmLabel={own.reserve} onCancel={onClose}
        onConfirm={run(() => client.reserveProjectMoney({ id, version }))}
      >
        <p>{own.reserveLead}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={step === 'discard'} title={own.discardTitle} confirmLabel={own.discard} isDangerous onCancel={onClose}
        onConfirm={run(() => client.discardProject({ id, version }))}
      >
        <p>{own.discardLead}</p>
      </ConfirmDialog>
      {(['return', 'decline'] as const).map(name => (
        <ReasonDialog
          key={name} open={step === name} title={name === 'return' ? own.returnTitle : own.declineTitle} confirmLabel={own[name]} onCancel={onClose}
          isDangerous={name === 'decline'} onConfirm={async reason => { await run(() => asks[name](reason))() }}
        >
          <p>{own.reasonLead}</p>
        </ReasonDialog>
      ))}
      {step === 'approve' && <ApproveDialog project={project} onClose={onClose} />}
      {step === 'accept' && <AcceptDialog project={project} onClose={onClose} />}
      {step === 'evaluate' && <EvaluateDialog project={project} onClose={onClose} />}
      {step === 'close' && <CloseDialog project={project} onClose={onClose} />}
    </>
  )
}
