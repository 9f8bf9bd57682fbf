package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What gastheren are told about their diensten: when and where, and never who comes. */
@Singleton
final class DienstBerichtMaker implements BerichtMaker {
    private final RoosterService rooster;
    private final Instellingen instellingen;
    private final Klok klok;

    private final Teksten t = Teksten.in(Taal.NL);
    private final Datums d = new Datums(Taal.NL);

    DienstBerichtMaker(RoosterService rooster, Instellingen instellingen, Klok klok) {
        this.rooster = rooster;
        this.instellingen = instellingen;
        this.klok = klok;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(DienstBerichten.NIEUW, DienstBerichten.GEWIJZIGD, DienstBerichten.VERVALLEN);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return rooster.find(new DienstId(bericht.dingId()))
                .filter(dienst -> dienst.versie() == bericht.dingVersie() && !dienst.isBegonnen(klok.instant()))
                .map(dienst -> brief(bericht, dienst));
    }

    private Brief brief(Bericht bericht, Dienst dienst) {
        var soort = "mail." + bericht.soort();
        return Brief.van(
                        Taal.NL,
                        bestemming(dienst.gastheer()),
                        t.van(soort + ".onderwerp", d.dagZonderJaar(dienst.datum())),
                        alineas(bericht, soort, dienst))
                .metFeiten(feiten(dienst))
                .metKnoppen(List.of(
                        new Knop(t.van("mail.dienst.rooster"), URI.create(instellingen.baseUrl() + "/rooster"))))
                .metSlot(
                        bericht.soort().equals(DienstBerichten.VERVALLEN)
                                ? List.of()
                                : List.of(t.van("mail.dienst.kan-niet")));
    }

    private List<String> alineas(Bericht bericht, String soort, Dienst dienst) {
        var alineas = new ArrayList<String>();
        switch (bericht.soort()) {
            case DienstBerichten.GEWIJZIGD -> alineas.add(t.van(soort + ".tekst", was(bericht)));
            case DienstBerichten.VERVALLEN ->
                alineas.add(t.van(soort + "." + bericht.gegevens().get(DienstBerichten.WAAROM)));
            default -> alineas.add(t.van(soort + ".tekst", dienst.moment().titel()));
        }
        var reden = bericht.gegevens().get(DienstBerichten.REDEN);
        if (reden != null) {
            alineas.add(t.van("mail.dienst-vervallen.reden", reden));
        }
        return alineas;
    }

    private String was(Bericht bericht) {
        var was = Instant.parse(bericht.gegevens().get(DienstBerichten.WAS));
        return d.dagZonderJaar(Tijdzone.datum(was)) + ", " + d.tijd(was);
    }

    private List<Feit> feiten(Dienst dienst) {
        var feiten = new ArrayList<Feit>();
        feiten.add(new Feit(t.van("mail.wanneer"), d.wanneer(dienst.tijdvak())));
        feiten.add(new Feit(t.van("mail.waar"), dienst.moment().titel()));
        if (!dienst.moment().plaats().isBlank()) {
            feiten.add(new Feit(t.van("mail.adres"), dienst.moment().plaats()));
        }
        return feiten;
    }

    /** A gastheer without mail is called by the makelaar, who has the number. */
    private static Bestemming bestemming(Gastheer gastheer) {
        return gastheer.email()
                .<Bestemming>map(adres -> new Bestemming.PerMail(gastheer.naam(), adres))
                .orElseGet(() -> new Bestemming.PerTelefoon(gastheer.naam(), ""));
    }
}
