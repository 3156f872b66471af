package org.rxtwin.chart;

import java.util.List;

/**
 * One problem of one patient: a hazard on a set of ingredients.
 *
 * @param hazard slug of the problem
 * @param ingredients sorted, without repetition
 */
public record EpisodeKey(String hazard, List<String> ingredients) {
  public EpisodeKey {
    ingredients = ingredients.stream().sorted().distinct().toList();
  }
}
