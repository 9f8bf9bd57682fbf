package nl.respijt.rooster.voorstel;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.rooster.Roosterlezer;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works proposals out, one at a time for all instances together and beside the requests. The row in the database is the
 * truth about it: who changes its status stops the work, and work that gave no sign of life for a while (its instance went
 * down) counts as stopped.
 */
@Singleton
public final class Rekenkamer {
    private static final Logger LOG = LoggerFactory.getLogger(Rekenkamer.class);
    private static final Duration STIL = Duration.ofSeconds(30);
    private static final Duration AFSCHEID = Duration.ofSeconds(5);

    private final Transacties transacties;
    private final VoorstelRepository voorstellen;
    private final Roosterlezer lezer;
    private final Klok klok;

    private volatile boolean dicht;
    private volatile @Nullable Thread bezig;

    Rekenkamer(Transacties transacties, VoorstelRepository voorstellen, Roosterlezer lezer, Klok klok) {
        this.transacties = transacties;
        this.voorstellen = voorstellen;
        this.lezer = lezer;
        this.klok = klok;
    }

    /** Begins with it; what comes of it is found at the proposal. */
    public VraagResultaat vraag(LocalDate maandag, int weken, boolean opnieuw, String door) {
        ruimVerlorenOp();
        var id = new VoorstelId(Id.nieuw(klok.instant()));
        try {
            transacties.schrijf(handle -> {
                voorstellen.insert(
                        handle,
                        id,
                        maandag,
                        weken,
                        opnieuw,
                        door,
                        klok.instant(),
                        klok.echt().instant());
                return id;
            });
        } catch (JdbiException fout) {
            return Schending.van(fout)
                    .filter(schending -> schending.schendt("roostervoorstel_een_tegelijk"))
                    .flatMap(_ -> transacties.lees(voorstellen::rekent))
                    .map(ander -> new VraagResultaat.AlBezig(ander.id()))
                    .orElseThrow(() -> fout);
        }
        bezig = Thread.ofPlatform().name("voorstel").daemon().start(() -> reken(id));
        return new VraagResultaat.Gevraagd(id);
    }

    /** Nothing of what was found so far is kept. */
    public void stop(VoorstelId id) {
        transacties.schrijf(handle -> voorstellen.eindig(handle, id, Voorstel.Status.GESTOPT));
    }

    void ruimVerlorenOp() {
        var sinds = klok.echt().instant().minus(STIL);
        transacties.schrijf(handle -> {
            voorstellen.eindigVerloren(handle, sinds);
            return sinds;
        });
    }

    @SuppressWarnings("CatchingUnchecked") // the edge of a background job
    private void reken(VoorstelId id) {
        try {
            transacties.lees(handle -> voorstellen.find(handle, id)).ifPresent(this::reken);
        } catch (Throwable fout) {
            LOG.error("voorstel {} was not worked out", id.waarde(), fout);
            transacties.schrijf(handle -> voorstellen.eindig(handle, id, Voorstel.Status.MISLUKT));
        }
    }

    private void reken(Voorstel voorstel) {
        var vraag = new Verdeelvraag(lezer.lees(voorstel.van(), voorstel.tot()), voorstel.opnieuw());
        var gevonden = new ArrayList<>(blijft(vraag));
        gevonden.addAll(Verdeler.verdeel(vraag, procent -> gaDoor(voorstel.id(), procent)));
        transacties.schrijf(handle -> {
            var klaar =
                    voorstellen.eindig(handle, voorstel.id(), dicht ? Voorstel.Status.GESTOPT : Voorstel.Status.KLAAR);
            if (klaar && !dicht) {
                voorstellen.insert(handle, voorstel.id(), gevonden, klok.instant());
            }
            return klaar;
        });
    }

    private boolean gaDoor(VoorstelId id, int procent) {
        return !dicht
                && transacties.schrijf(handle ->
                        voorstellen.meld(handle, id, procent, klok.echt().instant()));
    }

    /** What is planned on these openstellingen and does not move has its place in the proposal too. */
    private static List<Toewijzing> blijft(Verdeelvraag vraag) {
        return vraag.opnieuw()
                ? List.of()
                : vraag.beeld().openstellingen().stream()
                        .flatMap(moment -> vraag.gepland(moment).stream())
                        .map(Toewijzing::van)
                        .toList();
    }

    /** Until what this instance is working on is done. */
    void wacht() {
        var draad = bezig;
        if (draad == null) {
            return;
        }
        try {
            draad.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void sluit() throws InterruptedException {
        dicht = true;
        var draad = bezig;
        if (draad != null) {
            draad.join(AFSCHEID);
        }
    }
}
