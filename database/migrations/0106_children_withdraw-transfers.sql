-- Who asked for a transfer may take the question back while it waits for an answer.
alter table children.transfers drop constraint transfers_status_check;
alter table children.transfers add constraint transfers_status_check check (status in ('pending', 'accepted', 'rejected', 'done', 'withdrawn'));
comment on column children.transfers.status is 'pending, accepted (being carried out), rejected, done, or withdrawn by who asked.';
comment on column children.transfers.answered_on is 'Day of the answer or the withdrawal; null while pending.';
