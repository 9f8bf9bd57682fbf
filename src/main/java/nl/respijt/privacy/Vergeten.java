package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.privacy.Register.Actie;
import nl.respijt.privacy.Register.Kolom;
import nl.respijt.privacy.Register.Tabel;
import nl.respijt.privacy.Register.Van;
import nl.respijt.privacy.Register.Wissen;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Takes away what the register finds of a person, of whichever kind; in the transaction of who decides that it may. */
@Singleton
final class Vergeten {
    private final Register register;

    Vergeten(Register register) {
        this.register = register;
    }

    /** Whether this is somebody, and not forgotten. */
    static boolean isBekend(Handle handle, Van wiens, UUID wie) {
        return handle.createQuery(
                        "select exists (select from %s where id = :wie and gewist_op is null)".formatted(tabel(wiens)))
                .bind("wie", wie)
                .mapTo(Boolean.class)
                .one();
    }

    /** Holds this person's row until the transaction ends; false when there is nobody to forget. */
    boolean neem(Handle handle, Van wiens, UUID wie) {
        return handle.createQuery(
                        "select true from %s where id = :wie and gewist_op is null for update".formatted(tabel(wiens)))
                .bind("wie", wie)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    /** First everything is taken, so that mail under way is either there to be wiped or finds itself gone. */
    void wis(Handle handle, Van wiens, UUID wie, Instant nu) {
        var geraakt = register.van(wiens).stream()
                .filter(tabel -> tabel.wissen() == Wissen.RIJ || !wordt(tabel).isEmpty())
                .toList();
        geraakt.forEach(tabel -> handle.createQuery(
                        "select 1 from %s where %s for update".formatted(tabel.naam(), tabel.rijenVan(wiens)))
                .bind("persoon", wie)
                .mapTo(Integer.class)
                .list());
        geraakt.forEach(tabel -> wis(handle, tabel, tabel.rijenVan(wiens), wie, nu));
    }

    private static void wis(Handle handle, Tabel tabel, String rijen, UUID wie, Instant nu) {
        var opdracht = handle.createUpdate(
                tabel.wissen() == Wissen.RIJ
                        ? "delete from %s where %s".formatted(tabel.naam(), rijen)
                        : "update %s set %s where %s".formatted(tabel.naam(), wordt(tabel), rijen));
        opdracht.getConfig(SqlStatements.class).setUnusedBindingAllowed(true); // not every table asks for the time
        opdracht.bind("persoon", wie).bind("nu", nu).execute();
    }

    /** What the columns of a row that stays become, as SQL. */
    static String wordt(Tabel tabel) {
        return tabel.kolommen().stream()
                .filter(kolom -> kolom.actie() != Actie.BLIJFT)
                .map(kolom -> kolom.naam() + " = " + kolom.als())
                .collect(Collectors.joining(", "));
    }

    /** Which rows are not so yet, as SQL. */
    static String nogNiet(Tabel tabel) {
        return tabel.kolommen().stream()
                .filter(kolom -> kolom.actie() != Actie.BLIJFT)
                .map((Kolom kolom) -> "%s is distinct from (%s)".formatted(kolom.naam(), kolom.als()))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String tabel(Van wiens) {
        return wiens.name().toLowerCase(Locale.ROOT);
    }
}
