package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import nl.respijt.bericht.Postvak;
import org.jdbi.v3.core.Handle;

/**
 * What a gastheer chooses: each dienst as an invitation by mail, or all of them in a calendar to follow. With another
 * choice the diensten to come move over: each is mailed as an invitation, or the invitation is taken back.
 */
@Singleton
public final class Uitnodigingen {
    private final DienstRepository diensten;
    private final Postvak postvak;

    Uitnodigingen(DienstRepository diensten, Postvak postvak) {
        this.diensten = diensten;
        this.postvak = postvak;
    }

    /**
     * In the caller's transaction, and before anything else writes the column: what is chosen already changes nothing.
     * Each dienst gets a next version, because the invitation and its end are news of that dienst.
     */
    public void kies(Handle handle, GastheerId wie, boolean uitnodigingen, Instant nu) {
        var anders = handle.createUpdate("""
                update gastheer set uitnodigingen = :uitnodigingen
                where id = :wie and uitnodigingen <> :uitnodigingen and gewist_op is null
                """)
                .bind("wie", wie.waarde())
                .bind("uitnodigingen", uitnodigingen)
                .execute();
        if (anders == 0) {
            return;
        }
        var berichten = diensten.verhoogKomende(handle, wie, nu).stream()
                .flatMap(id -> diensten.find(handle, id).stream())
                .filter(dienst -> dienst.gastheer().email().isPresent())
                .map(dienst ->
                        uitnodigingen ? DienstBerichten.uitgenodigd(dienst, nu) : DienstBerichten.uitAgenda(dienst, nu))
                .toList();
        postvak.plaats(handle, berichten, nu);
    }
}
