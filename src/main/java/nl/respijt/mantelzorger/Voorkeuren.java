package nl.respijt.mantelzorger;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The little that somebody may tell about themselves: an age band, and whether letters may come to their house. */
@Singleton
public final class Voorkeuren {
    /** No date of birth: all we need to know is whom not to write to. */
    public enum Leeftijdsgroep {
        ONBEKEND("onbekend"),
        JONGER_DAN_18("jonger-dan-18"),
        VOLWASSEN("18-plus");

        private final String woord;

        Leeftijdsgroep(String woord) {
            this.woord = woord;
        }

        /** The word in the database, the forms and the bundles. */
        public String woord() {
            return woord;
        }

        public static Leeftijdsgroep van(String woord) {
            for (var groep : values()) {
                if (groep.woord.equals(woord.toLowerCase(Locale.ROOT))) {
                    return groep;
                }
            }
            throw new IllegalArgumentException("no leeftijdsgroep: " + woord);
        }
    }

    /** {@code postThuis}: a young carer who asks for letters gets them. */
    public record Voorkeur(Leeftijdsgroep leeftijdsgroep, boolean postThuis) {
        /** A letter at home may tell parents what a young carer did not tell them. */
        public boolean isBriefGewenst() {
            return leeftijdsgroep != Leeftijdsgroep.JONGER_DAN_18 || postThuis;
        }
    }

    /** Empty for who is not known or was forgotten. */
    public Optional<Voorkeur> find(Handle handle, MantelzorgerId wie) {
        return handle.createQuery(
                        "select leeftijdsgroep, post_thuis from mantelzorger where id = :wie and gewist_op is null")
                .bind("wie", wie.waarde())
                .map((rij, context) ->
                        new Voorkeur(Leeftijdsgroep.van(rij.getString("leeftijdsgroep")), rij.getBoolean("post_thuis")))
                .findOne();
    }

    public void zet(Handle handle, MantelzorgerId wie, Voorkeur voorkeur) {
        handle.createUpdate("""
                update mantelzorger set leeftijdsgroep = :groep, post_thuis = :post where id = :wie and gewist_op is null
                """)
                .bind("groep", voorkeur.leeftijdsgroep().woord())
                .bind("post", voorkeur.postThuis())
                .bind("wie", wie.waarde())
                .execute();
    }
}
