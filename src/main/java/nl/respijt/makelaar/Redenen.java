package nl.respijt.makelaar;

import java.util.stream.Collectors;
import nl.respijt.rooster.voorstel.Belet;
import nl.respijt.rooster.voorstel.Reden;
import nl.respijt.web.Teksten;

/** Says in words why somebody stands in a proposal, or does not. */
public final class Redenen {
    private Redenen() {}

    public static String wel(Reden.Wel reden, Teksten t) {
        return switch (reden) {
            case Reden.StaatAl _ -> t.van("voorstel.waarom-staat-al");
            case Reden.Enige _ -> t.van("voorstel.waarom-enige");
            case Reden.MinstGevraagd(var keer) -> t.van("voorstel.waarom-minst-gevraagd", keer);
            case Reden.WilHier _ -> t.van("voorstel.waarom-wil-hier");
            case Reden.GraagSamen(var met) -> t.van("voorstel.waarom-graag-samen", met);
            case Reden.GaatMee(var met) -> t.van("voorstel.waarom-gaat-mee", met);
            case Reden.Begeleidt(var wie) -> t.van("voorstel.waarom-begeleidt", wie);
            case Reden.Spreekt(var talen) ->
                t.van(
                        "voorstel.waarom-spreekt",
                        talen.stream().map(taal -> taal(taal, t)).collect(Collectors.joining(", ")));
            case Reden.VakerHier(var keer) -> t.van("voorstel.waarom-vaker-hier", keer);
            case Reden.Past _ -> t.van("voorstel.waarom-past");
        };
    }

    public static String niet(Reden.Niet reden, Teksten t) {
        return switch (reden) {
            case Reden.KanNiet(var belet, var maximum) -> belet(belet, maximum, t);
            case Reden.WilNietVaker(var perMaand) -> t.van("voorstel.niet-wil-niet-vaker", perMaand);
            case Reden.WilElders _ -> t.van("voorstel.niet-wil-elders");
            case Reden.LieverSamen(var met) -> t.van("voorstel.niet-liever-samen", met);
            case Reden.KortNaElkaar _ -> t.van("voorstel.niet-kort-na-elkaar");
            case Reden.MeerGevraagd(var keer) -> t.van("voorstel.niet-meer-gevraagd", keer);
            case Reden.Anders _ -> t.van("voorstel.niet-anders");
        };
    }

    public static String belet(Belet belet, int maximum, Teksten t) {
        return t.van("voorstel.belet-" + belet.woord(), maximum);
    }

    private static String taal(String code, Teksten t) {
        var sleutel = "taal." + code;
        return t.sleutels().contains(sleutel) ? t.van(sleutel) : code;
    }
}
