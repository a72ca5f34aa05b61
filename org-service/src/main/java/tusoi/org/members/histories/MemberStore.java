package tusoi.org.members.histories;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.NameData;
import tusoi.org.contract.OrgEvents;
import tusoi.org.ids.MemberId;
import tusoi.org.members.PersonKey;
import tusoi.platform.audit.Audit;
import tusoi.platform.persistence.Loader;

/** The same memberships through two roles: commands of people see what row policies let through, the inbox sees all. */
@Component
public class MemberStore {
    private final Members members;
    private final Members allMembers;
    private final MemberJournal journal;
    private final MemberJournal loaderJournal;
    private final OrgEvents events;
    private final PersonKey key;

    MemberStore(
            JdbcClient app, @Loader JdbcClient loader, JsonMapper json, Audit audit, OrgEvents events, PersonKey key) {
        this.members = new Members(app);
        this.allMembers = new Members(loader);
        this.journal = new MemberJournal(app, json, audit, events);
        this.loaderJournal = new MemberJournal(loader, json, audit, events);
        this.events = events;
        this.key = key;
    }

    public Members asApp() {
        return members;
    }

    public Members asLoader() {
        return allMembers;
    }

    public MemberJournal journalAsApp() {
        return journal;
    }

    public MemberJournal journalAsLoader() {
        return loaderJournal;
    }

    public Members.Person person(UUID id, Identity identity) {
        return new Members.Person(
                id,
                identity.fullName(),
                identity.birthDate(),
                identity.gender(),
                key.encrypt(identity.personIdentifier()),
                key.hash(identity.personIdentifier()));
    }

    public void announceName(MemberId member, NameData name) {
        events.name(member.value(), name);
    }
}
