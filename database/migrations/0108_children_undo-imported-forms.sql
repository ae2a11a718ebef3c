-- A form that only an import had filled in goes when the import is undone.
grant delete on children.forms to xinhuo_app, xinhuo_worker;
