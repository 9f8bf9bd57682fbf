package nl.respijt.toegang;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming.PerMail;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** The mail with the link and the code. There is none for an address that we do not know, or for what is too late. */
@Singleton
final class InlogBerichtMaker implements BerichtMaker {
    private final Transacties transacties;
    private final InlogVerzoekRepository verzoeken;
    private final InlogSleutels sleutels;
    private final Personen personen;
    private final Instellingen instellingen;
    private final Klok klok;

    InlogBerichtMaker(
            Transacties transacties,
            InlogVerzoekRepository verzoeken,
            InlogSleutels sleutels,
            Personen personen,
            Instellingen instellingen,
            Klok klok) {
        this.transacties = transacties;
        this.verzoeken = verzoeken;
        this.sleutels = sleutels;
        this.personen = personen;
        this.instellingen = instellingen;
        this.klok = klok;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(InlogService.SOORT);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return transacties.lees(handle -> verzoeken
                .findOpen(handle, bericht.dingId(), klok.instant())
                .flatMap(verzoek -> verzoek.adres()
                        .flatMap(email -> personen.metEmail(handle, email).stream()
                                .findFirst()
                                .map(wie -> brief(verzoek, wie.naam(), email)))));
    }

    private Brief brief(InlogVerzoekRij verzoek, String naam, String email) {
        var taal = Taal.van(verzoek.taal()).orElse(Taal.NL);
        var t = Teksten.in(taal);
        var adres = URI.create(instellingen.baseUrl() + "/inloggen/" + sleutels.link(verzoek.id()));
        return Brief.van(
                        taal,
                        new PerMail(naam, email),
                        t.van("mail.inloggen.onderwerp"),
                        List.of(t.van("mail.inloggen.tekst"), t.van("mail.inloggen.knop-uitleg")))
                .metFeiten(List.of(
                        new Feit(t.van("mail.inloggen.code"), leesbaar(sleutels.code(verzoek.id()))),
                        new Feit(t.van("mail.inloggen.geldig"), new Datums(taal).tijd(verzoek.verlooptOp()))))
                .metKnoppen(List.of(new Knop(t.van("mail.inloggen.knop"), adres)))
                .metSlot(List.of(t.van("mail.inloggen.niet-u")));
    }

    /** In two halves, to read and type over. */
    private static String leesbaar(String code) {
        return code.substring(0, 4) + " " + code.substring(4);
    }
}
