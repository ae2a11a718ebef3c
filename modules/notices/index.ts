export { completeTask } from './commands/complete-task.ts'
export { sendNotice, type NoticeText, type Recipient } from './commands/send-notice.ts'
export { sendToUnitRole, type UnitRole } from './commands/send-to-unit-role.ts'
export { findOfficePeople } from './queries/find-office-people.ts'
