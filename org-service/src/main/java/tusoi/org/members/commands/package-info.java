/** What people do to memberships, over HTTP. */
@NullMarked
package tusoi.org.members.commands;

import org.jspecify.annotations.NullMarked;
