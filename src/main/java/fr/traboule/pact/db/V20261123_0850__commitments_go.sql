grant delete on pact.commitment, pact.commitment_text to ${app};
