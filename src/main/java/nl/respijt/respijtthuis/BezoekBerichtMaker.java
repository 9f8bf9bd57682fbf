package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Reeksen;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What a carer is told of a series of visits: the times, once for all of them; nothing about care, and no address. */
@Singleton
final class BezoekBerichtMaker implements BerichtMaker {
    static final String REEKS = "bezoekreeks";

    /** In the message: whose times they are. */
    static final String VAN_REEKS = "reeks";

    private final BoekingBeheer boekingen;
    private final Reeksen reeksen;
    private final BoekingSleutels sleutels;

    BezoekBerichtMaker(BoekingBeheer boekingen, Reeksen reeksen, BoekingSleutels sleutels) {
        this.boekingen = boekingen;
        this.reeksen = reeksen;
        this.sleutels = sleutels;
    }

    /** About a series, as a message of one of its bookings. */
    static NieuwBericht overReeks(UUID reeks, BoekingId een, Kanaal kanaal, int versie, Instant nu) {
        return new NieuwBericht(
                REEKS,
                kanaal,
                een.waarde(),
                versie,
                "boeking:" + een.waarde(),
                Map.of(VAN_REEKS, reeks.toString()),
                nu);
    }

    @Override
    public Set<String> soorten() {
        return Set.of(REEKS);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        var reeks = UUID.fromString(Objects.requireNonNull(bericht.gegevens().get(VAN_REEKS)));
        return boekingen
                .find(new BoekingId(bericht.dingId()))
                .flatMap(boeking -> brief(bericht, boeking, reeksen.van(reeks)));
    }

    private Optional<Brief> brief(Bericht bericht, Boeking eerste, List<Boeking> alle) {
        if (alle.isEmpty()) {
            return Optional.empty();
        }
        // Who is called hears it from the makelaar.
        var taal = bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : eerste.taal();
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var gevraagd = alle.stream().anyMatch(boeking -> boeking.status() == Boeking.Status.AANGEVRAAGD);
        return Optional.of(Brief.van(
                        t.taal(),
                        bestemming(eerste),
                        t.van("mail.bezoekreeks.onderwerp"),
                        List.of(t.van(gevraagd ? "mail.boeking-aanvraag.tekst" : "mail.bezoekreeks.tekst")))
                .metFeiten(alle.stream()
                        .map(boeking -> new Feit(d.wanneer(boeking.tijdvak()), t.van("mail.bij-u-thuis")))
                        .toList())
                .metKnoppen(List.of(new Knop(t.van("mail.bekijk"), URI.create(sleutels.beheerUrl(eerste.id())))))
                .metSlot(List.of(t.van("mail.kunt-niet"), t.van("mail.niet-van-u"))));
    }

    private static Bestemming bestemming(Boeking boeking) {
        return boeking.email()
                .<Bestemming>map(adres -> new Bestemming.PerMail(boeking.naam(), adres))
                .orElseGet(() -> new Bestemming.PerTelefoon(
                        boeking.naam(), ContactLezer.leesbaar(boeking.telefoon().orElseThrow())));
    }
}
