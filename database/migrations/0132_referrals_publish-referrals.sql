set local citus.multi_shard_modify_mode = 'sequential';

create view referrals.published_referrals with (security_invoker = true) as
  select city_id, id, scope_code, child_id, status, sent_on, coalesce(to_unit_id, to_body_id) as to_id, to_unit_id is null as is_to_body
    from referrals.referrals where party = 'sender';
comment on view referrals.published_referrals is 'Referrals of a child as their sender sees them, for the other modules: nothing of what travels.';
comment on column referrals.published_referrals.city_id is 'City.';
comment on column referrals.published_referrals.id is 'Row of the sender.';
comment on column referrals.published_referrals.scope_code is 'Scope code of the unit that sent it.';
comment on column referrals.published_referrals.child_id is 'Child.';
comment on column referrals.published_referrals.status is 'draft, sent, accepted, rejected, revoked or done.';
comment on column referrals.published_referrals.sent_on is 'Day it was sent; null while a draft.';
comment on column referrals.published_referrals.to_id is 'Unit or outside body it goes to.';
comment on column referrals.published_referrals.is_to_body is 'It goes to an outside body.';
grant select on referrals.published_referrals to xinhuo_app, xinhuo_worker;
