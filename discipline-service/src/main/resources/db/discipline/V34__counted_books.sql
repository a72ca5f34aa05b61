-- What is counted of the books each night is read as the loader, past row policies; nothing of it leaves but numbers.
grant select on discipline_case, case_version, removal, removal_version to ${loader};
