-- What a request said goes with it from here too.
grant delete on correspondence.mailbox to ${app};
