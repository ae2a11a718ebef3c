import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { ACCESS_REQUIRED, CHILD_CLOSED, CHILD_ERASED, day, relations, version } from './fields.ts'

/** The paper forms: 农村留守儿童基本情况登记表 and 家庭情况表. */
export const formKinds = ['left-behind', 'household'] as const
/** One of the paper forms. */
export type FormKind = (typeof formKinds)[number]
/** Where a household's money comes from. */
export const incomeSources = ['wages', 'farming', 'remittance', 'allowance', 'relatives', 'other'] as const
/** What help a household gets. */
export const aidKinds = ['subsistence', 'temporary', 'medical', 'housing', 'other'] as const
/** Where a household lives. */
export const housings = ['own', 'rented', 'borrowed', 'unsafe', 'other'] as const

/** What the forms ask beyond what is known. Each keeps its own answers; one not filled in yet begins with those of the other: nothing is asked twice. */
export const FormAnswers = z.object({
  ethnicity: line(20).optional(),
  registeredAddress: line(200).optional(),
  boards: z.enum(['yes', 'no']).optional(),
  incomes: z.array(z.enum(incomeSources)).max(6).default([]),
  aids: z.array(z.enum(aidKinds)).max(5).default([]),
  housing: z.enum(housings).optional(),
  yearlyIncomeYuan: z.number().int().min(0, '年收入不能是负数').max(100_000_000, '年收入过大，请核对').optional(),
  /** Parents and grandparents who are no guardians, or more of whom is to be said. */
  relatives: z.array(z.object({
    relation: z.enum(relations), name: line(60), birthOn: localDate.optional(), workPlace: line(100).optional(), phone: line(30).optional(),
    idNumber: line(30).optional(),
  })).max(8).default([]),
  note: prose(500).optional(),
})
/** What the forms ask beyond what is known. */
export type FormAnswers = z.infer<typeof FormAnswers>

const form = z.object({ id, kind: z.enum(formKinds) })

/** A form with what is known already and what was answered. */
export const ChildForm = z.object({
  kind: z.enum(formKinds),
  /** 0 while nobody has filled it in. */
  version, filledOn: day.nullable(), filledName: z.string().nullable(),
  /** What the file says already, line by line; changed there and not here. */
  known: z.array(z.object({ label: z.string(), value: z.string() })),
  answers: FormAnswers,
})
/** A form with what is known already and what was answered. */
export type ChildForm = z.infer<typeof ChildForm>

/** The paper forms of a child. */
export const formOperations = {
  openChildForm: base.route({ method: 'POST', path: '/children/{id}/forms/{kind}/open', summary: '打开登记表，记入审计' })
    .errors({ ACCESS_REQUIRED, CHILD_ERASED }).input(form).output(ChildForm),
  fillChildForm: base.route({ method: 'POST', path: '/children/{id}/forms/{kind}', summary: '填写登记表' })
    .errors({ ACCESS_REQUIRED, CHILD_CLOSED }).input(form.extend({ version, answers: FormAnswers })).output(form.extend({ version })),
}
