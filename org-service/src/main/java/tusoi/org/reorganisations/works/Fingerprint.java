package tusoi.org.reorganisations.works;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tusoi.org.ids.UnitId;
import tusoi.org.members.HomeMoves.Resident;
import tusoi.org.reorganisations.drafts.Reorganisation;
import tusoi.org.units.TreeDraft;

/** SHA-256 over the versions of everything that a preview showed: another one, and the world has changed. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(
            Reorganisation reorganisation,
            TreeDraft tree,
            Map<UnitId, List<Resident>> residents,
            Touched.Things things) {
        TreeSet<String> lines = new TreeSet<>();
        lines.add("reorganisation " + reorganisation.id() + " " + reorganisation.version());
        reorganisation.named().forEach(unit -> lines.add("unit " + unit + " " + tree.versionOf(unit)));
        tree.effects().forEach(effect -> lines.add("unit " + effect.unit() + " " + effect.version()));
        residents
                .values()
                .forEach(all -> all.forEach(resident ->
                        lines.add("member " + resident.member() + " " + resident.home() + " " + resident.version())));
        things.matters().stamps().forEach(stamp -> lines.add("matter " + stamp));
        things.transfers()
                .forEach(transfer -> lines.add("transfer " + transfer.transferId() + " " + transfer.version()));
        things.cycles().forEach(cycle -> lines.add("cycle " + cycle.cycleId() + " " + cycle.version()));
        things.posts().forEach(post -> lines.add("post " + post.holdingId() + " " + post.version()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
