/** What stands in a personal file beside the membership: qualifications, cadre planning, the card, party age. */
@NullMarked
package tusoi.org.members.dossier;

import org.jspecify.annotations.NullMarked;
